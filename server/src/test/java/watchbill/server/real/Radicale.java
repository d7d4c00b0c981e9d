package watchbill.server.real;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

/// Debian's CalDAV server, for one person, over a folder of its own.
final class Radicale implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/radicale");
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String ANA = Base64.getEncoder().encodeToString(bytes("ana:ana"));

  private final Process process;
  private final int port;

  private Radicale(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Radicale start(Path folder) throws IOException {
    if (!Files.isExecutable(PROGRAM)) {
      throw new AssertionError("no " + PROGRAM + "; .ci/run installs it (Debian: radicale)");
    }
    int port = Ports.free();
    Process process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "--config",
                "",
                "--server-hosts",
                "127.0.0.1:" + port,
                "--auth-type",
                "none",
                "--storage-filesystem-folder",
                folder.resolve("collections").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("radicale.log").toFile())
            .start();
    var radicale = new Radicale(process, port);
    Eventually.within(SOON, "radicale answers", radicale::answers);
    return radicale;
  }

  HttpResponse<String> ask(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Basic " + ANA)
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    // It ends each connection after one answer without saying so; a client that keeps one for the
    // next request would find it gone.
    try (HttpClient once = HttpClient.newHttpClient()) {
      return once.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private boolean answers() throws InterruptedException {
    try {
      return ask("GET", "/.web/", "").statusCode() < 500;
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public void close() {
    Ended.cleanly(process);
  }
}
