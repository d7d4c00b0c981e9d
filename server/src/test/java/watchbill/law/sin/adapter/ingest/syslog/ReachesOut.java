package watchbill.law.sin.adapter.ingest.syslog;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// A sin: it may take the sockets of others, and makes one of its own.
public final class ReachesOut {
  private ReachesOut() {}

  static int byNobody(ServerSocket listener) throws IOException {
    try (Socket accepted = listener.accept()) {
      return accepted.getInputStream().read();
    }
  }

  static Socket byMaking() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), 80);
  }
}
