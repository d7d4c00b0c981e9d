package watchbill.adapter.store.sql;

import java.util.Optional;
import watchbill.alert.PageId;
import watchbill.catalog.PersonId;
import watchbill.noise.Judged;
import watchbill.noise.Judgement;
import watchbill.noise.JudgementStore;

/// Keeps one judgement a page.
public final class SqlJudgementStore implements JudgementStore {
  private static final String PUT =
      """
      INSERT INTO judgement (page, by_whom, actionable, could_wait, first_at, last_at)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (page) DO UPDATE SET
        by_whom = excluded.by_whom, actionable = excluded.actionable,
        could_wait = excluded.could_wait, first_at = excluded.first_at,
        last_at = excluded.last_at
      """;

  private static final String OF =
      """
      SELECT page, by_whom, actionable, could_wait, first_at, last_at FROM judgement
      WHERE page = ?
      """;

  private final Sql sql;

  SqlJudgementStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void put(Judged judged) {
    sql.of(PUT)
        .text(judged.page().value())
        .text(judged.by().handle())
        .flag(judged.judgement().actionable())
        .flag(judged.judgement().couldWait())
        .instant(judged.firstAt())
        .instant(judged.lastAt())
        .run();
  }

  @Override
  public Optional<Judged> of(PageId page) {
    return sql.of(OF).text(page.value()).first(SqlJudgementStore::read);
  }

  private static Judged read(Row row) {
    return new Judged(
        new PageId(row.text()),
        new PersonId(row.text()),
        new Judgement(row.flag(), row.flag()),
        row.instant(),
        row.instant());
  }
}
