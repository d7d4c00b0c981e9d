package watchbill.law.sin.adapter.egress;

import java.net.http.HttpClient;

/// No sin: this is the one place.
public final class Client {
  private Client() {}

  static HttpClient client() {
    return HttpClient.newHttpClient();
  }
}
