package watchbill.adapter.web;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Locale;

/// Whether a page is dark or light; known at the first byte, so that nothing flashes.
public enum Light {
  /// As the device prefers.
  SYSTEM,
  DARK,
  LIGHT;

  /// Holds the reader's choice. Nothing secret, and harmless when forged.
  static final String COOKIE = "theme";

  /// In the `data-theme` of the page; empty leaves it to the device.
  public String word() {
    return this == SYSTEM ? "" : name().toLowerCase(Locale.ROOT);
  }

  /// For the browser's own parts: form fields, scroll bars, the canvas before the stylesheet.
  public String scheme() {
    return this == SYSTEM ? "light dark" : word();
  }

  /// What the reader may choose instead.
  public List<Light> others() {
    return switch (this) {
      case SYSTEM -> List.of(DARK, LIGHT);
      case DARK -> List.of(LIGHT, SYSTEM);
      case LIGHT -> List.of(DARK, SYSTEM);
    };
  }

  /// On its button.
  public String label() {
    return switch (this) {
      case SYSTEM -> "As device";
      case DARK -> "Dark";
      case LIGHT -> "Light";
    };
  }

  public static Light of(ServerRequest request) {
    return request.headers().contains(HeaderNames.COOKIE)
        ? ofWord(request.headers().cookies().first(COOKIE).orElse(""))
        : SYSTEM;
  }

  static Light ofWord(String word) {
    return switch (word) {
      case "dark" -> DARK;
      case "light" -> LIGHT;
      default -> SYSTEM;
    };
  }
}
