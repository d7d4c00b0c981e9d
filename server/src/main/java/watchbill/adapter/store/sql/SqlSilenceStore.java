package watchbill.adapter.store.sql;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import watchbill.alert.AlertId;
import watchbill.alert.AlertStore;
import watchbill.alert.PageId;
import watchbill.alert.SilenceId;
import watchbill.silence.Silence;
import watchbill.silence.SilenceStore;
import watchbill.silence.Silences;

/// Keeps silences. What is due of them has an index of its own, over those it is due of.
public final class SqlSilenceStore implements SilenceStore {
  private static final String ADD =
      """
      INSERT INTO silence (matchers, starts_at, ends_at, created_by, comment, updated_at, sweep_at,
        warn_at, id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String SAVE =
      """
      UPDATE silence SET matchers = ?, starts_at = ?, ends_at = ?, created_by = ?, comment = ?,
        updated_at = ?, sweep_at = ?, swept_page = NULL, swept_alert = NULL, warn_at = ?
      WHERE id = ?
      """;

  /// In the order in which [SilenceRows#silence] reads.
  private static final String COLUMNS =
      "SELECT id, matchers, starts_at, ends_at, created_by, comment, updated_at";

  private static final String SILENCE = COLUMNS + " FROM silence ";
  private static final String FIND = SILENCE + "WHERE id = ?";
  private static final String LIVE = SILENCE + "WHERE ends_at > ?";
  private static final String ENDED =
      SILENCE + "WHERE ends_at > ? AND ends_at <= ? ORDER BY ends_at DESC, id DESC LIMIT ?";
  private static final String TO_SWEEP =
      COLUMNS
          + """
          , swept_page, swept_alert FROM silence
          WHERE sweep_at <= ? ORDER BY sweep_at LIMIT ?
          """;
  private static final String SWEPT =
      "UPDATE silence SET swept_page = ?, swept_alert = ? WHERE id = ?";
  private static final String SWEPT_ALL = "UPDATE silence SET sweep_at = NULL WHERE id = ?";
  private static final String TO_WARN = SILENCE + "WHERE warn_at <= ? ORDER BY warn_at LIMIT ?";
  private static final String WARNED = "UPDATE silence SET warn_at = NULL WHERE id = ?";
  private static final Repeated MUTED =
      new Repeated(
          "INSERT INTO muted (silence, alert) VALUES ", "(?, ?)", " ON CONFLICT DO NOTHING");
  private static final String MUTED_BY =
      "SELECT alert FROM muted WHERE silence = ? ORDER BY alert DESC LIMIT ?";
  private static final String COUNT_MUTED_BY = "SELECT count(*) FROM muted WHERE silence = ?";

  private final Sql sql;

  SqlSilenceStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(Silence silence) {
    keep(sql.of(ADD), silence);
  }

  @Override
  public void save(Silence silence) {
    keep(sql.of(SAVE), silence);
  }

  @Override
  public Optional<Silence> find(SilenceId id) {
    return sql.of(FIND).text(id.value()).first(SilenceRows::silence);
  }

  @Override
  public List<Silence> live(Instant now) {
    List<Silence> live = sql.of(LIVE).instant(now).list(SilenceRows::silence);
    live.sort(Comparator.comparing(s -> s.id().value()));
    return live;
  }

  @Override
  public List<Silence> ended(Instant since, Instant now, int limit) {
    return sql.of(ENDED).instant(since).instant(now).number(limit).list(SilenceRows::silence);
  }

  @Override
  public List<Sweep> toSweep(Instant now, int limit) {
    return sql.of(TO_SWEEP)
        .instant(now)
        .number(limit)
        .list(row -> new Sweep(SilenceRows.silence(row), place(row)));
  }

  @Override
  public void swept(SilenceId silence, Optional<AlertStore.Place> after) {
    if (after.isEmpty()) {
      sql.of(SWEPT_ALL).text(silence.value()).run();
      return;
    }
    sql.of(SWEPT)
        .text(after.get().page().value())
        .text(after.get().alert().value())
        .text(silence.value())
        .run();
  }

  @Override
  public List<Silence> toWarn(Instant now, int limit) {
    return sql.of(TO_WARN).instant(now).number(limit).list(SilenceRows::silence);
  }

  @Override
  public void warned(SilenceId silence) {
    sql.of(WARNED).text(silence.value()).run();
  }

  @Override
  public void muted(SilenceId silence, List<AlertId> alerts) {
    Chunks.toKeep(
        alerts,
        chunk -> {
          Query muted = sql.of(MUTED.times(chunk.size()));
          chunk.forEach(alert -> muted.text(silence.value()).text(alert.value()));
          muted.run();
        });
  }

  @Override
  public List<AlertId> mutedBy(SilenceId silence, int limit) {
    return sql.of(MUTED_BY)
        .text(silence.value())
        .number(limit)
        .list(row -> new AlertId(row.text()));
  }

  @Override
  public long countMutedBy(SilenceId silence) {
    return sql.of(COUNT_MUTED_BY).text(silence.value()).first(Row::number).orElse(0L);
  }

  private static void keep(Query query, Silence silence) {
    Optional<Silence> going = Optional.of(silence).filter(s -> !s.wasEnded());
    SilenceRows.bind(query, silence)
        .instant(going.map(Silence::startsAt))
        .instant(going.map(Silences::warnAt))
        .text(silence.id().value())
        .run();
  }

  private static Optional<AlertStore.Place> place(Row row) {
    Optional<PageId> page = row.optionalText().map(PageId::new);
    Optional<AlertId> alert = row.optionalText().map(AlertId::new);
    return page.flatMap(p -> alert.map(a -> new AlertStore.Place(p, a)));
  }
}
