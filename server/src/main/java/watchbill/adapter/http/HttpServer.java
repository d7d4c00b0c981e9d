package watchbill.adapter.http;

import io.helidon.http.Method;
import io.helidon.http.PathMatcher;
import io.helidon.http.PathMatchers;
import io.helidon.webserver.ErrorHandling;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The one server: plain blocking handlers, each request on a virtual thread of its own.
public final class HttpServer implements AutoCloseable {
  /// The largest chunk, and with it the largest body any route may take.
  static final int CHUNK_MAX = 8 * 1024 * 1024;

  private static final int CONNECTIONS_MAX = 10_000;
  private static final int REQUEST_LINE_MAX = 4096;
  static final int HEADERS_MAX = 16 * 1024;

  private final Connections connections;
  private final WebServer server;

  /// Ready to start. A route declared twice, or one that takes more than the server does, is an
  /// error here: it must not be found out at three in the morning.
  ///
  /// @param port 0 for any free one; [#port] tells which
  public HttpServer(List<? extends Routes> adapters, Gatekeeper gatekeeper, String host, int port) {
    this(adapters, gatekeeper, host, port, Patience.STANDARD);
  }

  HttpServer(
      List<? extends Routes> adapters,
      Gatekeeper gatekeeper,
      String host,
      int port,
      Patience patience) {
    List<Route> routes = adapters.stream().flatMap(a -> a.routes().stream()).toList();
    check(routes);
    this.connections = new Connections(patience, http1());
    this.server =
        WebServer.builder()
            .host(host)
            .port(port)
            .shutdownHook(false)
            .shutdownGracePeriod(patience.stop())
            .maxPayloadSize(CHUNK_MAX)
            .maxTcpConnections(CONNECTIONS_MAX)
            .useNio(false)
            .connectionOptions(o -> o.tcpNoDelay(true))
            .errorHandling(ErrorHandling.builder().includeEntity(true).build())
            .directHandlers(DirectProblems.handlers())
            .contentEncoding(
                e -> e.contentEncodingsDiscoverServices(false).addContentEncoding(new Gzip()))
            .addConnectionSelector(connections)
            .protocolsDiscoverServices(false)
            .routing(routing(routes, gatekeeper, connections))
            .build();
  }

  public void start() {
    server.start();
    connections.start();
  }

  /// The port it listens on.
  public int port() {
    return server.port();
  }

  /// Takes no more requests and lets the running ones finish, for at most ten seconds.
  public void stop() {
    server.stop();
    connections.stop();
  }

  @Override
  public void close() {
    stop();
  }

  private static Http1Config.Builder http1() {
    return Http1Config.builder()
        .maxPrologueLength(REQUEST_LINE_MAX)
        .maxHeadersSize(HEADERS_MAX)
        .validateRequestHeaders(true)
        .validatePath(true)
        .validatePrologue(true)
        .continueImmediately(false)
        .log(l -> l.receiveLog(false).sendLog(false));
  }

  private static HttpRouting.Builder routing(
      List<Route> routes, Gatekeeper gatekeeper, Connections connections) {
    HttpRouting.Builder routing = HttpRouting.builder();
    routes.stream()
        .sorted(MOST_ASKED_FIRST)
        .forEach(r -> routing.route(r.method(), matcher(r), new Guard(r, gatekeeper, connections)));
    return routing.any(new Guard(Fallback.route(routes), gatekeeper, connections));
  }

  /// Routes are tried one after the other: machines' first, and `/pages/new` before `/pages/{id}`.
  private static final Comparator<Route> MOST_ASKED_FIRST =
      Comparator.comparing((Route r) -> r.path().contains("{") || r.path().contains("*"))
          .thenComparing(r -> r.permission() != Permission.INTEGRATION_KEY)
          .thenComparing(Route::path);

  static PathMatcher matcher(Route route) {
    return PathMatchers.create(route.path());
  }

  private static void check(List<Route> routes) {
    record Address(Method method, String path) {}
    Set<Address> seen = new HashSet<>();
    for (Route route : routes) {
      String name = route.method() + " " + route.path();
      if (!seen.add(new Address(route.method(), route.path()))) {
        throw new IllegalStateException("route " + name + " is declared twice");
      }
      if (route.permission() == null) {
        throw new IllegalStateException("route " + name + " does not say who may use it");
      }
      if (route.bodyMax() < 0 || route.bodyMax() > CHUNK_MAX) {
        throw new IllegalStateException(
            "route "
                + name
                + " takes bodies of "
                + route.bodyMax()
                + " bytes; use 0 to "
                + CHUNK_MAX);
      }
    }
  }
}
