package watchbill.server.several;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A push server that outlives the nodes, and remembers what it was given and when.
public final class Phones implements AutoCloseable {
  private static final byte[] TAKEN = "{\"id\":\"rung\"}".getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;
  private final JsonMapper json = JsonMapper.builder().build();
  private final List<Ring> rings = new ArrayList<>();
  private CountDownLatch mayAnswer = new CountDownLatch(0);

  /// One message for one phone.
  ///
  /// @param key by which the sender tells two copies of one message from two messages
  /// @param link what its button opens
  public record Ring(String phone, String title, String text, String key, String link, long at) {
    /// Of the link, on whichever node.
    public String path() {
      return URI.create(link).getPath();
    }

    public boolean isMaybeASecondCopy() {
      return (title + text).contains("duplicate");
    }
  }

  public Phones() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.createContext("/", this::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// From now on it takes what it is given, and says nothing.
  synchronized void fallSilent() {
    mayAnswer = new CountDownLatch(1);
  }

  synchronized void speakAgain() {
    mayAnswer.countDown();
  }

  public synchronized List<Ring> rings() {
    return List.copyOf(rings);
  }

  /// How often this phone was told of what has this in its title.
  long count(String phone, String what) {
    return rings().stream()
        .filter(r -> r.phone().equals(phone) && r.title().contains(what))
        .count();
  }

  @Override
  public void close() {
    speakAgain();
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode said = json.readTree(exchange.getRequestBody());
      CountDownLatch silence;
      synchronized (this) {
        rings.add(
            new Ring(
                said.path("topic").asString(""),
                said.path("title").asString(""),
                said.path("message").asString(""),
                said.path("sequence_id").asString(""),
                said.path("click").asString(""),
                System.nanoTime()));
        silence = mayAnswer;
      }
      silence.await();
      exchange.sendResponseHeaders(200, TAKEN.length);
      exchange.getResponseBody().write(TAKEN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
