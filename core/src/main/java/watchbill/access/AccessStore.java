package watchbill.access;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import watchbill.kernel.Port;

/// Keeps sessions, one-time links and the key that signs passes.
@Port
public interface AccessStore {
  void addLink(SignInLink link);

  /// Uses up a link that has not expired and says whom it is for; empty if there is none.
  Optional<String> redeem(String tokenHash, Instant now);

  /// Whether a link for `who`, used or not, was ever made.
  boolean linkWasMade(String who);

  void addSession(Session session);

  /// The session, unless it expired or was ended.
  Optional<Session> session(String tokenHash, Instant now);

  void endSession(String tokenHash);

  /// The key that signs passes; made by `make` and kept when there is none yet.
  byte[] signingKey(Supplier<byte[]> make);
}
