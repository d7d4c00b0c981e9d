package watchbill.adapter.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;

/// What every answer tells a browser: run nothing but our own files, show us in no frame, send our
/// address nowhere, keep nothing.
final class SafetyHeaders {
  private static final String OWN_FILES_ONLY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  // Cached: each is the same bytes on every answer, tens of thousands of times a second.
  private static final Header[] ALL = {
    HeaderValues.createCached("Content-Security-Policy", OWN_FILES_ONLY),
    HeaderValues.createCached("X-Content-Type-Options", "nosniff"),
    HeaderValues.createCached("Referrer-Policy", "no-referrer"),
    HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store"),
  };

  private SafetyHeaders() {}

  /// A handler may set another Cache-Control afterwards; the stylesheet does.
  static void addTo(ServerResponseHeaders headers) {
    for (Header header : ALL) {
      headers.set(header);
    }
  }
}
