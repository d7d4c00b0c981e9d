package watchbill.adapter.web;

import io.helidon.http.Method;
import io.helidon.http.SetCookie;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.List;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;

/// Answers `/light`: the reader chooses dark, light, or whatever the device prefers.
public final class LightSwitch implements Routes {
  private static final Duration REMEMBERED = Duration.ofDays(400);

  private final boolean secure;

  /// Makes the switch.
  ///
  /// @param secure whether the site is reached by https alone
  public LightSwitch(boolean secure) {
    this.secure = secure;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(Method.POST, "/light", Permission.ANYBODY, Form.BODY_MAX, this::choose));
  }

  private void choose(ServerRequest request, ServerResponse response) {
    Form form = Form.read(request);
    Light light = Light.ofWord(form.value("light"));
    response
        .headers()
        .addCookie(
            SetCookie.builder(Light.COOKIE, light.word())
                .path("/")
                .maxAge(light == Light.SYSTEM ? Duration.ZERO : REMEMBERED)
                .httpOnly(true)
                .secure(secure)
                .sameSite(SetCookie.SameSite.LAX)
                .build());
    Html.seeOther(response, ownPath(form.value("back")));
  }

  /// Only a path of our own: `//evil.example` and `/\evil.example` are addresses elsewhere.
  static String ownPath(String back) {
    boolean own =
        back.startsWith("/")
            && !back.startsWith("//")
            && back.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
    return own ? back : "/";
  }
}
