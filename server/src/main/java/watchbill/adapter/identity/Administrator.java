package watchbill.adapter.identity;

import java.net.URI;
import java.util.Optional;
import watchbill.access.Session;

/// Whoever set the program up, and how they get in the first time.
public final class Administrator {
  private Administrator() {}

  /// The address to print at the first start; empty when one was ever made before.
  public static Optional<URI> firstLink(Identity identity) {
    return identity.makeFirstLink();
  }

  /// Another one, asked for by somebody who can run commands on the machine.
  public static URI anotherLink(Identity identity) {
    return identity.makeLink(Session.ADMINISTRATOR).orElseThrow();
  }
}
