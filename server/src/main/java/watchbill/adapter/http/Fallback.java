package watchbill.adapter.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.PathMatcher;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.stream.Collectors;

/// Answers what no route answers: the address is wrong, or the method is.
final class Fallback {
  private record Known(PathMatcher path, Method method) {}

  private final List<Known> known;

  private Fallback(List<Route> routes) {
    this.known = routes.stream().map(r -> new Known(HttpServer.matcher(r), r.method())).toList();
  }

  static Route route(List<Route> routes) {
    var fallback = new Fallback(routes);
    // Its body is not read; that it is large is not what is wrong with it.
    return new Route(Method.GET, "/*", Permission.ANYBODY, HttpServer.CHUNK_MAX, fallback::answer);
  }

  private void answer(ServerRequest request, ServerResponse response) {
    String allowed =
        known.stream()
            .filter(k -> k.path().match(request.path().absolute()).accepted())
            .map(k -> k.method().text())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    if (allowed.isEmpty()) {
      Problem.of(Status.NOT_FOUND_404, "address.unknown", "there is nothing at this address")
          .sendAndClose(response);
      return;
    }
    response.header(HeaderNames.ALLOW, allowed);
    if (request.prologue().method().equals(Method.HEAD)) {
      // Never with a body: it would be taken for the beginning of the next answer.
      response.status(Status.METHOD_NOT_ALLOWED_405).send();
      return;
    }
    new Problem(
            Status.METHOD_NOT_ALLOWED_405,
            "method.not-allowed",
            "method: "
                + request.prologue().method().text()
                + " is not what this address answers; use "
                + allowed,
            "method",
            allowed)
        .sendAndClose(response);
  }
}
