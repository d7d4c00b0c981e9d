package watchbill.adapter.egress;

import java.net.InetAddress;
import java.util.Optional;

/// How far a connection may go, by who named the address.
public enum Reach {
  /// A person named it: public addresses alone, and TLS.
  PUBLIC(false),
  /// A person named it, and the operator lets people name machines of the operator's own network.
  /// Without TLS only to this machine.
  PRIVATE_TOO(true),
  /// The operator named it in the configuration.
  AS_CONFIGURED(true);

  private final boolean mayBePrivate;

  Reach(boolean mayBePrivate) {
    this.mayBePrivate = mayBePrivate;
  }

  /// Why this address may not be connected to; empty when it may.
  Optional<String> objectionTo(InetAddress address, boolean secured) {
    return switch (Neighbourhood.of(address)) {
      case NOWHERE -> Optional.of("no machine of its own has that address");
      // Clouds hand out the keys of the machine there; nobody has a reason to be paged there.
      case LINK -> Optional.of("it is link-local");
      case PUBLIC -> objectionToClearText(secured);
      case PRIVATE -> objectionToPrivate().or(() -> objectionToClearText(secured));
      case LOOPBACK -> objectionToPrivate();
    };
  }

  private Optional<String> objectionToPrivate() {
    return mayBePrivate
        ? Optional.empty()
        : Optional.of("it is private; the operator may allow that with allow-private");
  }

  private Optional<String> objectionToClearText(boolean secured) {
    return secured || this == AS_CONFIGURED
        ? Optional.empty()
        : Optional.of("it is not this machine, so the scheme must be https");
  }
}
