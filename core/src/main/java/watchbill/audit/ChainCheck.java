package watchbill.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a walk along a whole chain found.
///
/// @param head the last entry that follows from all before it
/// @param newestAt when that entry was made; empty when there is none
/// @param broken the first entry that does not follow; empty when all do
/// @param other the head that was given, where the chain does not go through it
public record ChainCheck(
    Audits.Head head,
    Optional<Instant> newestAt,
    Optional<AuditEntry> broken,
    Optional<Audits.Head> other) {
  private static final int AT_ONCE = 5_000;

  /// Walks along the chain from its first entry.
  public static ChainCheck of(AuditStore store) {
    return walk(store, Optional.empty());
  }

  /// As above, and looks whether the chain goes through a head it had before. One that was cut off,
  /// or written anew, does not.
  public static ChainCheck of(AuditStore store, Audits.Head before) {
    return walk(store, Optional.of(before));
  }

  /// Whether nobody bent the chain, as far as it can show.
  public boolean isWhole() {
    return broken.isEmpty() && other.isEmpty();
  }

  private static ChainCheck walk(AuditStore store, Optional<Audits.Head> before) {
    Audits.Head head = Audits.Head.START;
    Optional<Instant> newestAt = Optional.empty();
    boolean met = before.filter(b -> !b.equals(Audits.Head.START)).isEmpty();
    List<AuditEntry> next = store.after(0, AT_ONCE);
    while (!next.isEmpty()) {
      Optional<AuditEntry> broken = Audits.firstBroken(head, next);
      for (AuditEntry entry : next) {
        if (broken.filter(entry::equals).isPresent()) {
          return new ChainCheck(head, newestAt, broken, met ? Optional.empty() : before);
        }
        head = new Audits.Head(entry.sequence(), entry.hash());
        newestAt = Optional.of(entry.deed().at());
        met |= before.filter(head::equals).isPresent();
      }
      next = store.after(head.sequence(), AT_ONCE);
    }
    return new ChainCheck(head, newestAt, Optional.empty(), met ? Optional.empty() : before);
  }
}
