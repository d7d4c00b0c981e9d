package watchbill.adapter.store.sql;

import java.time.Instant;
import java.util.List;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.PersonId;
import watchbill.catalog.Urgency;
import watchbill.notification.Dispatch;
import watchbill.notification.DispatchStore;
import watchbill.notification.NotificationId;

/// Keeps what lately left for each person: a few rows, gone with the next after their time.
public final class SqlDispatchStore implements DispatchStore {
  private static final String FORGET = "DELETE FROM dispatch WHERE person = ? AND at <= ?";

  private static final String ADD =
      """
      INSERT INTO dispatch (person, at, lead, method, urgency, single) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (person, at, lead) DO NOTHING
      """;

  private static final String AFTER =
      """
      SELECT lead, person, method, urgency, at, single FROM dispatch
      WHERE person = ? AND at > ? ORDER BY at, lead
      """;

  private final Sql sql;

  SqlDispatchStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(Dispatch dispatch, Instant before) {
    sql.of(FORGET).text(dispatch.person().handle()).instant(before).run();
    sql.of(ADD)
        .text(dispatch.person().handle())
        .instant(dispatch.at())
        .text(dispatch.lead().value())
        .text(dispatch.method().word())
        .text(dispatch.urgency().word())
        .flag(dispatch.single())
        .run();
  }

  @Override
  public List<Dispatch> after(PersonId person, Instant since) {
    return sql.of(AFTER).text(person.handle()).instant(since).list(SqlDispatchStore::dispatch);
  }

  private static Dispatch dispatch(Row row) {
    return new Dispatch(
        new NotificationId(row.text()),
        new PersonId(row.text()),
        ContactMethod.ofWord(row.text()),
        Urgency.ofWord(row.text()),
        row.instant(),
        row.flag());
  }
}
