package watchbill.server.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The sample team's phones: a push server that speaks ntfy's protocol, in a process that does not
/// die when the pager does.
final class PhoneCompany implements AutoCloseable {
  private static final byte[] TAKEN = "{\"id\":\"rung\"}".getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;
  private final JsonMapper json = JsonMapper.builder().build();
  private final List<Ring> rings = new ArrayList<>();

  /// One time a phone rang.
  ///
  /// @param phone whose: the topic it listens to
  /// @param link where its owner is sent by a tap
  record Ring(String phone, String title, String message, String link) {
    /// Before a hand-off phones are told of that, too.
    boolean isOfPage() {
      return URI.create(link).getPath().startsWith("/w/");
    }

    boolean maybeASecondCopy() {
      return (title + message).contains("duplicate");
    }
  }

  PhoneCompany() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.createContext("/", this::take);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// The first ring of a page that fits, waiting for it at most so long.
  synchronized Optional<Ring> await(Predicate<Ring> fits, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      Optional<Ring> found = rings().stream().filter(fits).findFirst();
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (found.isPresent() || left <= 0) {
        return found;
      }
      wait(left);
    }
  }

  /// Those of pages, the earliest first.
  synchronized List<Ring> rings() {
    return rings.stream().filter(Ring::isOfPage).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode said = json.readTree(exchange.getRequestBody());
      ring(
          new Ring(
              said.path("topic").asString(""),
              said.path("title").asString(""),
              said.path("message").asString(""),
              said.path("click").asString("")));
      exchange.sendResponseHeaders(200, TAKEN.length);
      exchange.getResponseBody().write(TAKEN);
    }
  }

  private synchronized void ring(Ring ring) {
    rings.add(ring);
    notifyAll();
  }
}
