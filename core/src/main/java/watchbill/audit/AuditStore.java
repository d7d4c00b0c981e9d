package watchbill.audit;

import java.util.List;
import watchbill.kernel.Port;

/// Keeps the chain.
@Port
public interface AuditStore {
  /// Chains the deeds after the last entry and keeps them.
  void append(List<Deed> deeds);

  /// The last entry's place in the chain; [Audits.Head#START] before the first.
  Audits.Head head();

  /// Entries about one object, oldest first, at most `limit`.
  List<AuditEntry> about(String subject, int limit);

  /// Entries with a sequence above `sequence`, oldest first, at most `limit`.
  List<AuditEntry> after(long sequence, int limit);
}
