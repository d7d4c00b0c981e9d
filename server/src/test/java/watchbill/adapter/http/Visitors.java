package watchbill.adapter.http;

import io.helidon.http.HeaderNames;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// A real server on loopback that is not patient, and clients of it. Whoever sends `X-Who` is
/// signed in under that name.
final class Visitors implements AutoCloseable {
  private static final Duration STEP = Duration.ofMillis(400);
  private static final Patience IMPATIENT =
      new Patience(STEP, Duration.ofSeconds(1), Duration.ofSeconds(5));

  private static final int DRIP_MILLIS = 50;
  private static final int DRIPS_MAX = 100;

  private final HttpClient client = HttpClient.newHttpClient();
  private Optional<HttpServer> server = Optional.empty();

  void open(Route... routes) {
    Routes all = () -> List.of(routes);
    Gatekeeper gatekeeper = request -> request.headers().first(HeaderNames.create("X-Who"));
    server = Optional.of(new HttpServer(List.of(all), gatekeeper, "127.0.0.1", 0, IMPATIENT));
    server.get().start();
  }

  String address() {
    return "http://127.0.0.1:" + server.orElseThrow().port();
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> method(String method, String path) {
    return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
  }

  /// All that comes back until the server closes the connection.
  String say(String text) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      return heard(socket);
    }
  }

  /// Sends the beginning, then the drop again and again, until it is answered or given up.
  String drip(String beginning, String drop) throws IOException {
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(beginning.getBytes(StandardCharsets.UTF_8));
      socket.setSoTimeout(DRIP_MILLIS);
      for (int i = 0; i < DRIPS_MAX; i++) {
        out.write(drop.getBytes(StandardCharsets.UTF_8));
        try {
          return heard(socket);
        } catch (SocketTimeoutException _) {
          // Nothing yet: the next drop.
        }
      }
      throw new AssertionError("it was never given up");
    } catch (SocketException _) {
      return "";
    }
  }

  private static String heard(Socket socket) throws IOException {
    var text = new StringBuilder();
    byte[] buffer = new byte[8192];
    try {
      for (int n = socket.getInputStream().read(buffer); n >= 0; ) {
        text.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
        n = socket.getInputStream().read(buffer);
      }
    } catch (SocketException _) {
      // Reset after the last word.
    }
    return text.toString();
  }

  private Socket connect() throws IOException {
    var socket = new Socket();
    socket.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.orElseThrow().port()));
    socket.setSoTimeout(10_000);
    return socket;
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(10));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void longerThanPatience() {
    LockSupport.parkNanos(STEP.multipliedBy(2).toNanos());
  }

  void stop() {
    server.orElseThrow().stop();
  }

  @Override
  public void close() {
    client.shutdownNow();
    server.ifPresent(HttpServer::close);
  }
}
