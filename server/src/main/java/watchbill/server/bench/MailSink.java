package watchbill.server.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A mail server that takes every letter and notes when it had all of it.
final class MailSink implements AutoCloseable {
  private final ServerSocket server;
  private final BlockingQueue<Letter> arrivals = new LinkedBlockingQueue<>();

  /// One letter.
  ///
  /// @param to its `To` line, as written
  /// @param at when it was here whole, by `System.nanoTime`
  record Letter(String to, long at) {}

  MailSink() throws IOException {
    server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().name("mail-sink").daemon(true).start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /// When the next letter was here, by `System.nanoTime`; 0 if none came.
  long nextArrival(long seconds) throws InterruptedException {
    Letter letter = arrivals.poll(seconds, TimeUnit.SECONDS);
    return letter == null ? 0 : letter.at();
  }

  /// The letters that came since it was last asked.
  List<Letter> arrived() {
    List<Letter> letters = new ArrayList<>();
    arrivals.drainTo(letters);
    return letters;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return; // Closed: the benchmark is over.
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        OutputStream out = socket.getOutputStream();
        var in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      socket.setTcpNoDelay(true);
      say(out, "220 sink");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String verb = line.toUpperCase(Locale.ROOT);
        if (verb.startsWith("DATA")) {
          say(out, "354 go on");
          readLetter(in);
          say(out, "250 taken");
        } else {
          say(out, verb.startsWith("QUIT") ? "221 bye" : "250 ok");
        }
      }
    } catch (IOException e) {
      // The sender went away; letters that were whole are noted.
    }
  }

  private void readLetter(BufferedReader in) throws IOException {
    String to = "";
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals(".")) {
        arrivals.add(new Letter(to, System.nanoTime()));
        return;
      }
      to = to.isEmpty() && line.startsWith("To: ") ? line : to;
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
