package watchbill.adapter.store.sql;

import java.util.List;
import watchbill.audit.AuditEntry;
import watchbill.audit.AuditStore;
import watchbill.audit.Audits;
import watchbill.audit.Deed;

/// Keeps the chain. Its head is its last row, read in the transaction that adds to it.
public final class SqlAuditStore implements AuditStore {
  private static final String HEAD =
      "SELECT sequence, hash FROM audit_entry ORDER BY sequence DESC LIMIT 1";

  private static final Repeated APPEND =
      new Repeated(
          """
          INSERT INTO audit_entry (sequence, at, actor, action, subject, said, because, previous,
            hash) VALUES
          """,
          "(?, ?, ?, ?, ?, ?, ?, ?, ?)",
          "");

  private static final String ENTRY =
      """
      SELECT sequence, at, actor, action, subject, said, because, previous, hash
      FROM audit_entry
      """;

  private static final String ABOUT = ENTRY + "WHERE subject = ? ORDER BY sequence LIMIT ?";
  private static final String AFTER = ENTRY + "WHERE sequence > ? ORDER BY sequence LIMIT ?";

  private final Sql sql;

  SqlAuditStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void append(List<Deed> deeds) {
    Chunks.toKeep(
        Audits.chain(head(), deeds),
        chunk -> {
          Query append = sql.of(APPEND.times(chunk.size()));
          chunk.forEach(entry -> bind(append, entry));
          append.run();
        });
  }

  @Override
  public Audits.Head head() {
    return sql.of(HEAD)
        .first(row -> new Audits.Head(row.number(), row.text()))
        .orElse(Audits.Head.START);
  }

  @Override
  public List<AuditEntry> about(String subject, int limit) {
    return sql.of(ABOUT).text(subject).number(limit).list(SqlAuditStore::read);
  }

  @Override
  public List<AuditEntry> after(long sequence, int limit) {
    return sql.of(AFTER).number(sequence).number(limit).list(SqlAuditStore::read);
  }

  private static void bind(Query append, AuditEntry entry) {
    Deed deed = entry.deed();
    append
        .number(entry.sequence())
        .instant(deed.at())
        .text(deed.actor())
        .text(deed.action())
        .text(deed.subject())
        .text(deed.said())
        .text(deed.because())
        .text(entry.previous())
        .text(entry.hash());
  }

  private static AuditEntry read(Row row) {
    long sequence = row.number();
    var deed = new Deed(row.instant(), row.text(), row.text(), row.text(), row.text(), row.text());
    return new AuditEntry(sequence, deed, row.text(), row.text());
  }
}
