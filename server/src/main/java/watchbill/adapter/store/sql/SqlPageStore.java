package watchbill.adapter.store.sql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchbill.alert.PageId;
import watchbill.alert.Severity;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Urgency;
import watchbill.escalation.Page;
import watchbill.escalation.PageLife;
import watchbill.escalation.PageStore;
import watchbill.escalation.PolicySnapshot;
import watchbill.time.Span;

/// Keeps pages; the snapshot of the policy is a row of its own that many pages share.
public final class SqlPageStore implements PageStore {
  /// Counts by itself, so that two pages of one transaction get two numbers; and stays above every
  /// page there is.
  private static final String NEXT_NUMBER =
      """
      INSERT INTO counter (name, value)
      VALUES ('page', (SELECT COALESCE(MAX(number), 0) + 1 FROM page))
      ON CONFLICT (name) DO UPDATE SET value =
        CASE WHEN excluded.value > counter.value THEN excluded.value ELSE counter.value + 1 END
      RETURNING value
      """;

  private static final String ADD_SNAPSHOT =
      "INSERT INTO snapshot (id, body) VALUES (?, ?) ON CONFLICT (id) DO NOTHING";

  private static final String FIND_SNAPSHOT = "SELECT body FROM snapshot WHERE id = ?";

  private static final String OPEN =
      """
      INSERT INTO page (state, round, step, began_at, next_at, by_whom, at, rest, wake_count, id,
        number, service, urgency, title, opened_at, snapshot, alert_count, open_alert_count,
        group_key, severity)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String SAVE =
      """
      UPDATE page SET state = ?, round = ?, step = ?, began_at = ?, next_at = ?, by_whom = ?,
        at = ?, rest = ?, wake_count = ?
      WHERE id = ?
      """;

  private static final String COUNT =
      """
      UPDATE page SET alert_count = alert_count + ?, open_alert_count = open_alert_count + ?
      WHERE id = ?
      """;

  /// In the order in which [#read] reads.
  private static final String PAGE =
      """
      SELECT id, number, service, urgency, title, opened_at, snapshot, state, round, step, began_at,
        next_at, by_whom, at, rest, wake_count, alert_count, open_alert_count,
        group_key, severity
      FROM page
      """;

  private static final String FIND = PAGE + "WHERE id = ?";
  private static final String FIND_BY_NUMBER = PAGE + "WHERE number = ?";

  private static final String WAITING =
      PAGE
          + """
          WHERE state = 'waiting' AND (rest IS NULL OR rest NOT IN ('snoozed', 'unheard'))
            AND service = ? AND urgency = ? AND group_key = ?
          ORDER BY id DESC LIMIT 1
          """;

  private static final String IN_HAND_OF_GROUP =
      PAGE
          + """
          WHERE state = 'acknowledged' AND service = ? AND urgency = ? AND group_key = ?
          ORDER BY id DESC LIMIT 1
          """;

  private static final String LAST_OPENED =
      """
      SELECT opened_at FROM page WHERE service = ? AND urgency = ? AND group_key = ?
      ORDER BY id DESC LIMIT 1
      """;

  private static final String COUNT_OPENED =
      """
      SELECT COUNT(*) FROM page WHERE service = ? AND urgency = ? AND opened_at >= ?
      """;

  private static final String WORSEN = "UPDATE page SET severity = ? WHERE id = ?";

  /// What is put together by service and urgency is no column, so that no index in that order is
  /// tempting: the one over what is due is far shorter.
  private static final String DUE =
      PAGE
          + """
          WHERE next_at <= ?
          ORDER BY CASE urgency WHEN 'now' THEN 0 ELSE 1 END,
            ROW_NUMBER() OVER (PARTITION BY urgency || service ORDER BY id DESC), id DESC
          LIMIT ?
          """;

  private static final String OVERDUE = PAGE + "WHERE next_at < ? ORDER BY next_at, id LIMIT ?";

  private static final String ADRIFT =
      PAGE
          + """
          WHERE state IN ('waiting', 'exhausted') AND state = 'exhausted' AND NOT EXISTS (
            SELECT 1 FROM notification n WHERE n.page = page.id AND n.wake = page.wake_count
              AND n.state NOT IN ('failed', 'cancelled'))
          ORDER BY id LIMIT ?
          """;

  private static final String NEEDING_SOMEBODY =
      PAGE
          + """
          WHERE state IN ('waiting', 'exhausted') AND rest IS NULL ORDER BY id DESC LIMIT ?
          """;

  private static final String IN_HAND =
      PAGE + "WHERE state = 'acknowledged' ORDER BY id DESC LIMIT ?";

  private static final String RESTING =
      PAGE + "WHERE state = 'waiting' AND rest IS NOT NULL ORDER BY id DESC LIMIT ?";

  private static final String RESOLVED = PAGE + "WHERE state = 'resolved' ORDER BY id DESC LIMIT ?";

  /// Each part by an index of its own.
  private static final String ALIVE_WITHIN =
      """
      SELECT id, service, opened_at FROM page
        WHERE state = 'resolved' AND at > ? AND opened_at < ?
      UNION ALL
      SELECT id, service, opened_at FROM page
        WHERE state IN ('waiting', 'exhausted') AND opened_at < ?
      UNION ALL
      SELECT id, service, opened_at FROM page WHERE state = 'acknowledged' AND opened_at < ?
      ORDER BY id LIMIT ?
      """;

  private final Sql sql;
  private final Snapshots snapshots;

  SqlPageStore(Sql sql, Snapshots snapshots) {
    this.sql = sql;
    this.snapshots = snapshots;
  }

  @Override
  public long nextNumber() {
    return sql.of(NEXT_NUMBER).first(Row::number).orElseThrow();
  }

  @Override
  public void open(Page page) {
    PolicySnapshot snapshot = page.snapshot();
    // Whether it is there already is for the database to know: a remembered one may have been
    // undone with its transaction.
    sql.of(ADD_SNAPSHOT).text(snapshot.id()).text(SnapshotJson.write(snapshot)).run();
    snapshots.remember(snapshot);
    bindEscalation(sql.of(OPEN), page)
        .text(page.id().value())
        .number(page.number())
        .text(page.service().handle())
        .text(page.urgency().word())
        .text(page.title())
        .instant(page.openedAt())
        .text(snapshot.id())
        .number(page.alertCount())
        .number(page.openAlertCount())
        .text(page.group())
        .text(page.severity().word())
        .run();
  }

  @Override
  public void save(Page page) {
    bindEscalation(sql.of(SAVE), page).text(page.id().value()).run();
  }

  @Override
  public void count(PageId page, long alerts, long openAlerts) {
    sql.of(COUNT).number(alerts).number(openAlerts).text(page.value()).run();
  }

  @Override
  public Optional<Page> find(PageId id) {
    return sql.of(FIND).text(id.value()).first(PageRow::of).map(this::whole);
  }

  @Override
  public Optional<Page> findByNumber(long number) {
    return sql.of(FIND_BY_NUMBER).number(number).first(PageRow::of).map(this::whole);
  }

  @Override
  public void worsen(PageId page, Severity severity) {
    sql.of(WORSEN).text(severity.word()).text(page.value()).run();
  }

  @Override
  public Optional<Page> waiting(Group group) {
    return of(WAITING, group).first(PageRow::of).map(this::whole);
  }

  @Override
  public Optional<Page> inHand(Group group) {
    return of(IN_HAND_OF_GROUP, group).first(PageRow::of).map(this::whole);
  }

  @Override
  public Optional<Instant> lastOpened(Group group) {
    return of(LAST_OPENED, group).first(Row::instant);
  }

  @Override
  public int countOpened(ServiceId service, Urgency urgency, Instant since) {
    return sql.of(COUNT_OPENED)
        .text(service.handle())
        .text(urgency.word())
        .instant(since)
        .first(Row::smallNumber)
        .orElseThrow();
  }

  private Query of(String text, Group group) {
    return sql.of(text)
        .text(group.service().handle())
        .text(group.urgency().word())
        .text(group.key());
  }

  @Override
  public List<Page> due(Instant now, int limit) {
    return whole(sql.of(DUE).instant(now).number(limit).list(PageRow::of));
  }

  @Override
  public List<Page> open(int limit) {
    List<PageRow> rows = new ArrayList<>(sql.of(NEEDING_SOMEBODY).number(limit).list(PageRow::of));
    for (String others : List.of(IN_HAND, RESTING)) {
      if (rows.size() < limit) {
        rows.addAll(sql.of(others).number(limit - rows.size()).list(PageRow::of));
      }
    }
    return whole(rows);
  }

  @Override
  public List<Page> resolved(int limit) {
    return whole(sql.of(RESOLVED).number(limit).list(PageRow::of));
  }

  @Override
  public List<Page> overdue(Instant since, int limit) {
    return whole(sql.of(OVERDUE).instant(since).number(limit).list(PageRow::of));
  }

  @Override
  public List<Page> adrift(int limit) {
    return whole(sql.of(ADRIFT).number(limit).list(PageRow::of));
  }

  @Override
  public List<PageLife> aliveWithin(Span span, int limit) {
    return sql.of(ALIVE_WITHIN)
        .instant(span.from())
        .instant(span.until())
        .instant(span.until())
        .instant(span.until())
        .number(limit)
        .list(r -> new PageLife(new PageId(r.text()), new ServiceId(r.text()), r.instant()));
  }

  private static Query bindEscalation(Query query, Page page) {
    Query state = EscalationColumns.of(page.escalation()).bind(query);
    return state.number(page.wakeCount());
  }

  private List<Page> whole(List<PageRow> rows) {
    return rows.stream().map(this::whole).toList();
  }

  private Page whole(PageRow row) {
    return row.page(snapshots.get(row.snapshot(), () -> snapshot(row.snapshot())));
  }

  private PolicySnapshot snapshot(String id) {
    return sql.of(FIND_SNAPSHOT)
        .text(id)
        .first(row -> SnapshotJson.read(id, row.text()))
        .orElseThrow();
  }
}
