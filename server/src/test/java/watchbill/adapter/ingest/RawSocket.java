package watchbill.adapter.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/// Sends bytes no client library would, and reads what comes back.
public final class RawSocket {
  private static final int PATIENCE_MILLIS = 15_000;

  private RawSocket() {}

  /// What the server said until it closed or one answer was whole.
  ///
  /// @param status 0 when it closed the connection without a word
  public record Answer(int status, String text) {}

  /// Sends the bytes, says that no more will come, and waits for one answer.
  public static Answer exchange(int port, byte[] request) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        socket.getOutputStream().write(request);
        socket.shutdownOutput();
      } catch (SocketException _) {
        // It has answered and closed already; what it said is still to be read.
      }
      return answer(socket.getInputStream());
    }
  }

  private static Answer answer(InputStream in) throws IOException {
    var text = new StringBuilder();
    byte[] buffer = new byte[8192];
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        text.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
      }
    } catch (SocketException _) {
      // Reset after the answer: what came before counts.
    }
    String all = text.toString();
    int status = all.startsWith("HTTP/1.1 ") ? Integer.parseInt(all.substring(9, 12)) : 0;
    return new Answer(status, all);
  }
}
