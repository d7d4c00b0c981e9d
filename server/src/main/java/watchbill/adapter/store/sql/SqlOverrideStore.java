package watchbill.adapter.store.sql;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.rota.OverrideStore;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.rota.RotaOverride;
import watchbill.time.Span;

/// Keeps overrides, found by when they end: those that are over are many, the others few.
public final class SqlOverrideStore implements OverrideStore {
  private static final String ADD =
      """
      INSERT INTO rota_change (id, rota, role, from_at, until_at, change, reason, made_by, made_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String OVERRIDE =
      "SELECT id, rota, role, from_at, until_at, change, reason, made_by, made_at"
          + " FROM rota_change ";

  private static final String FIND = OVERRIDE + "WHERE id = ? AND withdrawn_at IS NULL";

  private static final String WITHDRAW =
      """
      UPDATE rota_change SET withdrawn_by = ?, withdrawn_at = ?
      WHERE id = ? AND withdrawn_at IS NULL
      """;

  private static final String END = "UPDATE rota_change SET until_at = ? WHERE id = ?";

  private static final String TOUCHING =
      OVERRIDE + "WHERE withdrawn_at IS NULL AND until_at > ? AND from_at < ?";

  private static final String IN_FORCE =
      OVERRIDE + "WHERE withdrawn_at IS NULL AND until_at > ? AND from_at <= ?";

  /// Sorted here: asked to sort by id, a database may rather walk through all there ever were.
  private static final Comparator<RotaOverride> OLDEST_FIRST =
      Comparator.comparing(RotaOverride::id);

  private final Sql sql;

  SqlOverrideStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(RotaOverride override) {
    sql.of(ADD)
        .text(override.id())
        .text(override.rota().handle())
        .text(override.role().word())
        .instant(override.span().from())
        .instant(override.span().until())
        .text(ChangeJson.write(override.change()).toString())
        .text(override.reason())
        .text(override.madeBy().handle())
        .instant(override.madeAt())
        .run();
  }

  @Override
  public Optional<RotaOverride> find(String id) {
    return sql.of(FIND).text(id).first(SqlOverrideStore::read);
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
  public List<RotaOverride> touching(Span span) {
    return oldestFirst(sql.of(TOUCHING).instant(span.from()).instant(span.until()));
  }

  @Override
  public List<RotaOverride> inForce(Instant at) {
    return oldestFirst(sql.of(IN_FORCE).instant(at).instant(at));
  }

  private static List<RotaOverride> oldestFirst(Query query) {
    List<RotaOverride> found = query.list(SqlOverrideStore::read);
    found.sort(OLDEST_FIRST);
    return found;
  }

  private static RotaOverride read(Row row) {
    return new RotaOverride(
        row.text(),
        new RotaId(row.text()),
        new Role(row.text()),
        new Span(row.instant(), row.instant()),
        ChangeJson.read(SnapshotJson.parse(row.text())),
        row.text(),
        new PersonId(row.text()),
        row.instant());
  }
}
