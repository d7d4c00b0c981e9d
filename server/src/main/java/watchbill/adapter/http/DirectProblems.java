package watchbill.adapter.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import org.jspecify.annotations.Nullable;

/// Answers for requests that never reach a route, since they are not well-formed HTTP.
final class DirectProblems implements DirectHandler {
  private static final Status TOO_LARGE_HEADERS =
      Status.create(431, "Request Header Fields Too Large");

  static DirectHandlers handlers() {
    var handlers = DirectHandlers.builder();
    for (EventType type : EventType.values()) {
      handlers.addHandler(type, new DirectProblems());
    }
    return handlers.build();
  }

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType type,
      Status status,
      ServerResponseHeaders headers,
      @Nullable String message) {
    Problem problem = problem(request, type, status, message == null ? "" : message);
    SafetyHeaders.addTo(headers);
    headers.set(Problem.TYPE);
    headers.set(HeaderValues.CONNECTION_CLOSE);
    return TransportResponse.builder()
        .status(problem.status())
        .headers(headers)
        .keepAlive(false)
        .entity(problem.bytes())
        .build();
  }

  private static Problem problem(
      TransportRequest request, EventType type, Status status, String message) {
    if (status.code() == Status.REQUEST_ENTITY_TOO_LARGE_413.code()) {
      return BodyRefused.tooLarge(HttpServer.CHUNK_MAX);
    }
    if (type == EventType.BAD_REQUEST && request.headers().contains(HeaderNames.CONTENT_ENCODING)) {
      return new Problem(
          Status.UNSUPPORTED_MEDIA_TYPE_415,
          "body.encoding",
          "Content-Encoding: of compressed bodies only those by gzip are taken",
          "Content-Encoding",
          "gzip, identity or none");
    }
    if (status.code() == Status.NOT_IMPLEMENTED_501.code()) {
      return Problem.of(
          Status.BAD_REQUEST_400,
          "request.framing",
          "Transfer-Encoding: it is not one this server takes; use 'chunked' alone");
    }
    if (status.code() >= 500) {
      return Problem.of(status, "internal", "something is wrong inside Watchbill; see its log");
    }
    if (message.startsWith("Header size exceeded")) {
      return Problem.of(
          TOO_LARGE_HEADERS,
          "request.headers-too-large",
          "headers: they are larger than " + HttpServer.HEADERS_MAX + " bytes in all");
    }
    String what = message.isEmpty() ? "it is not well-formed HTTP/1.1" : message;
    return Problem.of(status, "request.malformed", "the request was not understood: " + what);
  }
}
