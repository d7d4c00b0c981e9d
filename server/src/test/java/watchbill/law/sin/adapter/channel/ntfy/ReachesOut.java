package watchbill.law.sin.adapter.channel.ntfy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;

/// Sins: four doors to the world that nobody guards.
public final class ReachesOut {
  private ReachesOut() {}

  static HttpClient byClient() {
    return HttpClient.newHttpClient();
  }

  static Socket bySocket() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), 80);
  }

  static InputStream byStream() throws IOException {
    return URI.create("http://127.0.0.1/").toURL().openStream();
  }

  static int byConnection() throws IOException {
    return URI.create("http://127.0.0.1/").toURL().openConnection().getContentLength();
  }
}
