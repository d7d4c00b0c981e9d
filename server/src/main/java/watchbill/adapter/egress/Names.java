package watchbill.adapter.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Looks hosts up.
@FunctionalInterface
public interface Names {
  /// All addresses of a host, best first.
  List<InetAddress> lookUp(String host) throws UnknownHostException;

  /// As the machine does it.
  static Names ofTheMachine() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
