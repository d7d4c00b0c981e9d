package watchbill.server.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import watchbill.server.child.ChildNode;

/// Debian's Alertmanager, to stand beside us in one run.
final class AlertmanagerProcess implements AutoCloseable {
  private static final int TRIES = 500;

  private final Process process;
  private final int port;

  private AlertmanagerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static AlertmanagerProcess start(Path program, Path folder)
      throws IOException, InterruptedException {
    int port = ChildNode.freePort();
    Path configuration =
        Files.writeString(
            folder.resolve("alertmanager.yml"),
            "route: { receiver: none }\nreceivers: [ { name: none } ]\n");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--config.file=" + configuration,
                "--storage.path=" + folder.resolve("peer"),
                "--cluster.listen-address=",
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("peer.log").toFile())
            .start();
    for (int i = 0; i < TRIES && !listens(port); i++) {
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
    return new AlertmanagerProcess(process, port);
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static boolean listens(int port) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (ConnectException e) {
      return false; // Not yet: that is what is being asked.
    }
  }
}
