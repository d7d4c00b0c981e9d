package watchbill.adapter.store.sql;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import watchbill.catalog.PersonId;
import watchbill.rota.Absence;
import watchbill.rota.request.StandDown;
import watchbill.rota.request.StandDownStore;
import watchbill.time.Span;

/// Keeps stand-downs, found by when they were to end.
public final class SqlStandDownStore implements StandDownStore {
  private static final String ADD =
      """
      INSERT INTO stand_down (id, person, from_at, until_at, why, said_by, via, taken_back_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String TAKE_BACK =
      "UPDATE stand_down SET taken_back_at = ? WHERE id = ? AND taken_back_at IS NULL";

  private static final String TOUCHING =
      """
      SELECT id, person, from_at, until_at, why, said_by, via, taken_back_at
      FROM stand_down WHERE until_at > ? AND from_at < ?
      """;

  private final Sql sql;

  SqlStandDownStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(StandDown standDown) {
    sql.of(ADD)
        .text(standDown.id())
        .text(standDown.person().handle())
        .instant(standDown.span().from())
        .instant(standDown.span().until())
        .text(standDown.why().name())
        .text(standDown.by())
        .text(standDown.via())
        .instant(standDown.takenBackAt())
        .run();
  }

  @Override
  public void takeBack(String id, Instant at) {
    sql.of(TAKE_BACK).instant(at).text(id).run();
  }

  @Override
  public List<StandDown> touching(Span span) {
    List<StandDown> found =
        sql.of(TOUCHING)
            .instant(span.from())
            .instant(span.until())
            .list(SqlStandDownStore::standDown);
    found.sort(Comparator.comparing(StandDown::id));
    return found;
  }

  private static StandDown standDown(Row row) {
    return new StandDown(
        row.text(),
        new PersonId(row.text()),
        new Span(row.instant(), row.instant()),
        Absence.Why.valueOf(row.text()),
        row.text(),
        row.text(),
        row.optionalInstant());
  }
}
