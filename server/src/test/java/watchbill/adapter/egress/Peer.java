package watchbill.adapter.egress;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocket;

/// A server on loopback that plays a script to each connection.
public final class Peer implements AutoCloseable {
  /// What is done with one connection, which is closed when it returns.
  @FunctionalInterface
  public interface Script {
    void play(Line line) throws IOException;
  }

  private final ServerSocket server;
  private final int port;
  private final Script script;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<Line> lines = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Thread acceptor;

  public Peer(Script script) {
    this.script = script;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      port = server.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    acceptor = Thread.ofVirtual().start(this::accept);
  }

  /// A port where nobody listens.
  public static int deserted() {
    try (var peer = new Peer(_ -> {})) {
      return peer.port();
    }
  }

  public int port() {
    return port;
  }

  /// Every line that was heard, over all connections.
  public List<String> heard() {
    return heard;
  }

  public int connectionCount() {
    return lines.size();
  }

  @Override
  public void close() {
    end.countDown();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitAcceptor();
    lines.forEach(Line::hangUp);
  }

  /// The port is deserted only when nobody waits in `accept` any more: until then the kernel takes
  /// callers in, and they would meet silence where they should find nobody.
  private void awaitAcceptor() {
    try {
      acceptor.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var line = new Line(server.accept());
        lines.add(line);
        Thread.ofVirtual().start(() -> play(line));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void play(Line line) {
    try {
      script.play(line);
    } catch (IOException e) {
      // The other side went away, which is what some tests are about.
    } finally {
      line.hangUp();
    }
  }

  /// One connection, spoken in lines.
  public final class Line {
    private Socket socket;
    private BufferedReader reader;

    private Line(Socket socket) throws IOException {
      use(socket);
    }

    /// The next line; the end of the connection is an exception.
    public String hear() throws IOException {
      String line = reader.readLine();
      if (line == null) {
        throw new IOException("the caller hung up");
      }
      heard.add(line);
      return line;
    }

    public String hear(int length) throws IOException {
      var text = new char[length];
      int count = 0;
      while (count < length) {
        int more = reader.read(text, count, length - count);
        if (more < 0) {
          throw new IOException("the caller hung up");
        }
        count += more;
      }
      return new String(text);
    }

    public void say(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    }

    /// Goes over to TLS with the certificate of [Loopback].
    public void secure() throws IOException {
      var secured =
          (SSLSocket) Loopback.tls().getSocketFactory().createSocket(socket, null, port(), true);
      secured.setUseClientMode(false);
      secured.startHandshake();
      use(secured);
    }

    /// Says nothing until the test ends.
    public void hang() throws IOException {
      try {
        end.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }

    /// Closes the connection with a reset rather than an end.
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    private void use(Socket next) throws IOException {
      socket = next;
      reader =
          new BufferedReader(
              new InputStreamReader(next.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private void hangUp() {
      try {
        socket.close();
      } catch (IOException e) {
        // Gone already.
      }
    }
  }
}
