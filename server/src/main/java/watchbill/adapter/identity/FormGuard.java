package watchbill.adapter.identity;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/// Tells a form that our page sent from one that another site sent in somebody's name.
///
/// Two proofs, because each fails somewhere: the browser's word on where the form stood, and a
/// token that only a page for this session carries.
public final class FormGuard {
  private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
  private static final String PURPOSE = "form";

  private final SigningKey key;
  private final URI baseUrl;

  public FormGuard(SigningKey key, URI baseUrl) {
    this.key = key;
    this.baseUrl = baseUrl;
  }

  /// What a form on a page for this session must carry.
  public String tokenFor(SignedIn signedIn) {
    return key.stamp(PURPOSE, signedIn.sessionHash());
  }

  /// Whether a form with this token may act for whoever is signed in.
  public boolean accepts(ServerRequest request, SignedIn signedIn, String token) {
    return !isForeign(request) && isSame(tokenFor(signedIn), token);
  }

  /// Whether a call that carries no form token may act: a program's may, a browser's only when the
  /// browser itself says that our own page made it.
  public boolean acceptsCall(ServerRequest request, SignedIn signedIn) {
    return switch (signedIn.means()) {
      case BEARER -> true;
      case COOKIE -> !isForeign(request) && site(request).or(() -> origin(request)).isPresent();
    };
  }

  /// Whether the browser says that another site sent this. Old browsers and programs say nothing.
  public boolean isForeign(ServerRequest request) {
    Optional<String> site = site(request);
    if (site.isPresent()) {
      return !site.get().equals("same-origin") && !site.get().equals("none");
    }
    return origin(request).filter(o -> !isOurs(o, request)).isPresent();
  }

  private boolean isOurs(String origin, ServerRequest request) {
    if (origin.equals(originOf(baseUrl))) {
      return true;
    }
    // The same program may be reached by another name: by its address, or through a tunnel.
    String host = request.headers().first(HeaderNames.HOST).orElse("");
    return !host.isEmpty() && (origin.equals("http://" + host) || origin.equals("https://" + host));
  }

  private static Optional<String> site(ServerRequest request) {
    return request.headers().first(FETCH_SITE);
  }

  private static Optional<String> origin(ServerRequest request) {
    return request.headers().first(HeaderNames.ORIGIN);
  }

  private static String originOf(URI address) {
    return address.getScheme() + "://" + address.getAuthority();
  }

  private static boolean isSame(String wanted, String given) {
    return MessageDigest.isEqual(
        wanted.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
