package watchbill.adapter.egress;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server on loopback that keeps each request and answers as it is told.
public final class HttpPeer implements AutoCloseable {
  /// What was asked.
  ///
  /// @param headers by name in lower case
  public record Asked(String requestLine, Map<String, String> headers, String body) {}

  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Peer peer;
  private volatile Peer.Script answer;

  public HttpPeer() {
    answers(200, "");
    peer = new Peer(this::play);
  }

  public void answers(int status, String body) {
    answersRaw(
        "HTTP/1.1 %d As Told\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(status, body.length(), body));
  }

  public void answersRaw(String text) {
    answer = line -> line.say(text);
  }

  /// Takes the request and never answers.
  public void hangs() {
    answer = Peer.Line::hang;
  }

  /// Takes the request and hangs up.
  public void hangsUp() {
    answer = Peer.Line::reset;
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + peer.port() + path);
  }

  public List<Asked> asked() {
    return asked;
  }

  @Override
  public void close() {
    peer.close();
  }

  private void play(Peer.Line line) throws IOException {
    String requestLine = line.hear();
    Map<String, String> headers = new TreeMap<>();
    for (String header = line.hear(); !header.isEmpty(); header = line.hear()) {
      String[] parts = header.split(": ", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
    }
    String body = line.hear(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    String text = new String(bytes, StandardCharsets.UTF_8);
    asked.add(new Asked(requestLine, headers, text));
    answer.play(line);
  }
}
