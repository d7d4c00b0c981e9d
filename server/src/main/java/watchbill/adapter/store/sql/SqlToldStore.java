package watchbill.adapter.store.sql;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.time.Span;
import watchbill.watch.Told;
import watchbill.watch.ToldStore;

/// Keeps what people know of their next duty: a row for each person, rota and role.
public final class SqlToldStore implements ToldStore {
  private static final String OF_ROTA =
      """
      SELECT person, rota, role, from_at, until_at, seen_until
      FROM told_duty WHERE rota = ? ORDER BY role, person
      """;

  private static final String KEEP =
      """
      INSERT INTO told_duty (person, rota, role, from_at, until_at, seen_until)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (rota, role, person) DO UPDATE SET
        from_at = excluded.from_at, until_at = excluded.until_at, seen_until = excluded.seen_until
      """;

  private final Sql sql;

  SqlToldStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<Told> of(RotaId rota) {
    return sql.of(OF_ROTA).text(rota.handle()).list(SqlToldStore::told);
  }

  @Override
  public void keep(Told told) {
    sql.of(KEEP)
        .text(told.person().handle())
        .text(told.rota().handle())
        .text(told.role().word())
        .instant(told.next().map(Span::from))
        .instant(told.next().map(Span::until))
        .instant(told.seenUntil())
        .run();
  }

  private static Told told(Row row) {
    return new Told(
        new PersonId(row.text()),
        new RotaId(row.text()),
        new Role(row.text()),
        next(row),
        row.instant());
  }

  private static Optional<Span> next(Row row) {
    Optional<Instant> from = row.optionalInstant();
    Optional<Instant> until = row.optionalInstant();
    return from.map(f -> new Span(f, until.orElseThrow()));
  }
}
