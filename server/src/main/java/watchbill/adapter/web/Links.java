package watchbill.adapter.web;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Addresses from outside that may be put behind a link.
public final class Links {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private Links() {}

  /// The words as an address, when the whole of them is one that may be put behind a link. Most
  /// words are none.
  public static Optional<String> in(String words) {
    try {
      return safe(URI.create(words));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// The address, if a browser does nothing with it but go there. Escaping alone would let
  /// `javascript:` through.
  public static Optional<String> safe(URI address) {
    String scheme = address.getScheme();
    return scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
        ? Optional.of(address.toString())
        : Optional.empty();
  }
}
