package watchbill.adapter.egress;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// Where to connect to.
///
/// @param secured whether TLS begins with the first byte
public record Target(String host, int port, boolean secured) {
  /// Of a web address; empty when it is none, or holds what has no place in it.
  static Optional<Target> of(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    boolean secured = scheme.equals("https");
    boolean web = secured || scheme.equals("http");
    String host = address.getHost();
    if (!web || host == null || address.getRawUserInfo() != null || address.getPort() > 65535) {
      return Optional.empty();
    }
    int port = address.getPort() > 0 ? address.getPort() : secured ? 443 : 80;
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    String name = bracketed ? host.substring(1, host.length() - 1) : host;
    return Optional.of(new Target(name, port, secured));
  }

  /// For the `Host` header.
  String authority() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return port == (secured ? 443 : 80) ? name : name + ":" + port;
  }
}
