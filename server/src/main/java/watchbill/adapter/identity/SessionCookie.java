package watchbill.adapter.identity;

import io.helidon.http.HeaderNames;
import io.helidon.http.SetCookie;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// The cookie that carries a session.
record SessionCookie(boolean secure) {
  static SessionCookie under(URI baseUrl) {
    return new SessionCookie("https".equals(baseUrl.getScheme()));
  }

  /// `__Host-` makes a browser refuse one that another host or an unsafe connection has set.
  String name() {
    return secure ? "__Host-watchbill" : "watchbill";
  }

  Optional<Token> read(ServerRequest request) {
    return request.headers().contains(HeaderNames.COOKIE)
        ? request.headers().cookies().first(name()).asOptional().map(Token::new)
        : Optional.empty();
  }

  void set(ServerResponse response, Token token, Duration lifetime) {
    response.headers().addCookie(cookie(token.text(), lifetime));
  }

  void clear(ServerResponse response) {
    response.headers().addCookie(cookie("", Duration.ZERO));
  }

  private SetCookie cookie(String value, Duration maxAge) {
    return SetCookie.builder(name(), value)
        .path("/")
        .maxAge(maxAge)
        .httpOnly(true)
        .secure(secure)
        .sameSite(SetCookie.SameSite.LAX)
        .build();
  }
}
