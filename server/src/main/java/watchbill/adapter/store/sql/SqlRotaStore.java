package watchbill.adapter.store.sql;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import watchbill.rota.RotaId;
import watchbill.rota.RotaStore;
import watchbill.rota.RotaVersion;
import watchbill.time.Span;

/// Keeps the versions of rotas. One that never takes effect any more is marked, not removed.
public final class SqlRotaStore implements RotaStore {
  /// The end of a version that no other follows.
  private static final Instant OPEN = Instant.parse("9999-12-31T00:00:00Z");

  private static final String REPLACE_PLANNED =
      """
      UPDATE rota_version SET replaced_at = ?
      WHERE rota = ? AND from_at >= ? AND replaced_at IS NULL
      """;

  private static final String END_PRESENT =
      """
      UPDATE rota_version SET until_at = ?
      WHERE rota = ? AND until_at > ? AND replaced_at IS NULL
      """;

  private static final String ADD =
      """
      INSERT INTO rota_version (rota, number, from_at, until_at, made_by, made_at, body)
      SELECT ?, COALESCE(max(number), 0) + 1, ?, ?, ?, ?, ?
      FROM rota_version WHERE rota = ?
      """;

  private static final String VERSION = "SELECT from_at, made_by, made_at, body FROM rota_version ";

  private static final String IN_EFFECT =
      VERSION
          + """
          WHERE replaced_at IS NULL AND until_at > ? AND from_at < ?
          ORDER BY rota, from_at
          """;

  private static final String LATEST = VERSION + "WHERE replaced_at IS NULL AND until_at >= ?";

  private static final String MADE = VERSION + "WHERE rota = ? ORDER BY number DESC LIMIT ?";

  /// Sorted here, so that the index by end is used.
  private static final Comparator<RotaVersion> BY_ROTA =
      Comparator.comparing(v -> v.rota().id().handle());

  private final Sql sql;
  private final Snapshots snapshots;

  SqlRotaStore(Sql sql, Snapshots snapshots) {
    this.sql = sql;
    this.snapshots = snapshots;
  }

  @Override
  public void add(RotaVersion version) {
    String rota = version.rota().id().handle();
    sql.of(REPLACE_PLANNED).instant(version.madeAt()).text(rota).instant(version.from()).run();
    sql.of(END_PRESENT).instant(version.from()).text(rota).instant(version.from()).run();
    sql.of(ADD)
        .text(rota)
        .instant(version.from())
        .instant(OPEN)
        .text(version.madeBy())
        .instant(version.madeAt())
        .text(RotaJson.write(version.rota()).toString())
        .text(rota)
        .run();
  }

  @Override
  public List<RotaVersion> inEffect(Span span) {
    return sql.of(IN_EFFECT).instant(span.from()).instant(span.until()).list(this::version);
  }

  @Override
  public List<RotaVersion> latest() {
    List<RotaVersion> latest = sql.of(LATEST).instant(OPEN).list(this::version);
    latest.sort(BY_ROTA);
    return latest;
  }

  @Override
  public List<RotaVersion> made(RotaId rota, int limit) {
    return sql.of(MADE).text(rota.handle()).number(limit).list(this::version);
  }

  private RotaVersion version(Row row) {
    var from = row.instant();
    String madeBy = row.text();
    var madeAt = row.instant();
    return new RotaVersion(snapshots.rota(row.text()), from, madeBy, madeAt);
  }
}
