package watchbill.server.real;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// Speaks TLS before a Watchbill, as a proxy does: some clients know no other way. Its name is
/// `localhost`, by a certificate that was made for this run.
final class TlsFront implements AutoCloseable {
  private static final char[] PASSWORD = "for-one-run".toCharArray();

  private final HttpsServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI behind;
  private final Path certificate;

  private TlsFront(HttpsServer server, URI behind, Path certificate) {
    this.server = server;
    this.behind = behind;
    this.certificate = certificate;
  }

  static TlsFront start(URI behind, Path folder) throws Exception {
    Path keys = folder.resolve("keys.p12");
    Path certificate = folder.resolve("certificate.pem");
    keytool(
        "-genkeypair",
        "-keyalg",
        "EC",
        "-alias",
        "front",
        "-dname",
        "CN=localhost",
        "-ext",
        "SAN=dns:localhost",
        "-validity",
        "2",
        "-keystore",
        keys.toString());
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "front",
        "-file",
        certificate.toString(),
        "-keystore",
        keys.toString());
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
    server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
    var front = new TlsFront(server, behind, certificate);
    server.createContext("/", front::pass);
    server.start();
    return front;
  }

  /// `localhost:PORT`, as clients are given it.
  String hostAndPort() {
    return "localhost:" + server.getAddress().getPort();
  }

  Path certificate() {
    return certificate;
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpRequest request =
          HttpRequest.newBuilder(behind.resolve(exchange.getRequestURI()))
              .header("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"))
              .POST(
                  HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
              .build();
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static SSLContext context(Path keys) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static void keytool(String... arguments) throws IOException, InterruptedException {
    String program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var builder = new ProcessBuilder(program);
    builder.command().addAll(List.of(arguments));
    builder.command().addAll(List.of("-storetype", "PKCS12", "-storepass", new String(PASSWORD)));
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError("keytool failed: " + said);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    client.shutdownNow();
  }
}
