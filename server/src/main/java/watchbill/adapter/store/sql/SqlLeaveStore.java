package watchbill.adapter.store.sql;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import watchbill.calendar.KeptLeave;
import watchbill.calendar.Leave;
import watchbill.calendar.LeaveStore;
import watchbill.catalog.PersonId;
import watchbill.time.Span;

/// Keeps leave, found by when it ends: what is over is much, the rest little.
public final class SqlLeaveStore implements LeaveStore {
  private static final String ADD =
      """
      INSERT INTO leave_entry (id, person, from_at, until_at, source, note)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  private static final String FIND =
      """
      SELECT id, person, from_at, until_at, source, note, withdrawn_by, withdrawn_at
      FROM leave_entry WHERE id = ?
      """;

  private static final String WITHDRAW =
      """
      UPDATE leave_entry SET withdrawn_by = ?, withdrawn_at = ?
      WHERE id = ? AND withdrawn_at IS NULL
      """;

  private static final String END = "UPDATE leave_entry SET until_at = ? WHERE id = ?";

  private static final String LEAVE =
      "SELECT id, person, from_at, until_at, source, note FROM leave_entry ";

  private static final String TOUCHING =
      LEAVE + "WHERE withdrawn_at IS NULL AND until_at > ? AND from_at < ?";

  private static final String OF_PERSON =
      LEAVE + "WHERE withdrawn_at IS NULL AND person = ? AND until_at > ?";

  /// Sorted here, as overrides are, so that the index by end is used.
  private static final Comparator<Leave> EARLIEST_FIRST =
      Comparator.comparing((Leave l) -> l.span().from()).thenComparing(Leave::id);

  private final Sql sql;

  SqlLeaveStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(Leave leave) {
    sql.of(ADD)
        .text(leave.id())
        .text(leave.person().handle())
        .instant(leave.span().from())
        .instant(leave.span().until())
        .text(leave.source())
        .text(leave.note())
        .run();
  }

  @Override
  public Optional<KeptLeave> find(String id) {
    return sql.of(FIND).text(id).first(row -> new KeptLeave(leave(row), withdrawal(row)));
  }

  @Override
  public void withdraw(String id, String by, Instant at) {
    sql.of(WITHDRAW).text(by).instant(at).text(id).run();
  }

  @Override
  public void end(String id, Instant until) {
    sql.of(END).instant(until).text(id).run();
  }

  @Override
  public List<Leave> touching(Span span) {
    return earliestFirst(sql.of(TOUCHING).instant(span.from()).instant(span.until()));
  }

  @Override
  public List<Leave> of(PersonId person, Instant endsAfter) {
    return earliestFirst(sql.of(OF_PERSON).text(person.handle()).instant(endsAfter));
  }

  private static List<Leave> earliestFirst(Query query) {
    List<Leave> found = query.list(SqlLeaveStore::leave);
    found.sort(EARLIEST_FIRST);
    return found;
  }

  private static Leave leave(Row row) {
    return new Leave(
        row.text(),
        new PersonId(row.text()),
        new Span(row.instant(), row.instant()),
        row.text(),
        row.text());
  }

  private static Optional<KeptLeave.Withdrawal> withdrawal(Row row) {
    Optional<String> by = row.optionalText();
    Optional<Instant> at = row.optionalInstant();
    return by.map(who -> new KeptLeave.Withdrawal(who, at.orElseThrow()));
  }
}
