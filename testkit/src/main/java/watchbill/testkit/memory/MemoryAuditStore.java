package watchbill.testkit.memory;

import java.util.List;
import watchbill.audit.AuditEntry;
import watchbill.audit.AuditStore;
import watchbill.audit.Audits;
import watchbill.audit.Deed;

final class MemoryAuditStore implements AuditStore {
  private final Rows<Long, AuditEntry> rows;

  MemoryAuditStore(Rows<Long, AuditEntry> rows) {
    this.rows = rows;
  }

  @Override
  public void append(List<Deed> deeds) {
    Audits.chain(head(), deeds).forEach(e -> rows.add(e.sequence(), e));
  }

  @Override
  public Audits.Head head() {
    AuditEntry last = rows.last();
    return last == null ? Audits.Head.START : new Audits.Head(last.sequence(), last.hash());
  }

  @Override
  public List<AuditEntry> about(String subject, int limit) {
    return rows.all().stream()
        .filter(e -> e.deed().subject().equals(subject))
        .limit(limit)
        .toList();
  }

  @Override
  public List<AuditEntry> after(long sequence, int limit) {
    return rows.after(sequence).stream().limit(limit).toList();
  }
}
