package watchbill.adapter.store.sql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import watchbill.alert.PageId;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.PersonId;
import watchbill.catalog.Urgency;
import watchbill.notification.About;
import watchbill.notification.NoticeId;
import watchbill.notification.Notification;
import watchbill.notification.NotificationId;
import watchbill.notification.NotificationStore;

/// Keeps the outbox. That nobody is told twice is a unique key of the table, not a habit.
public final class SqlNotificationStore implements NotificationStore {
  private static final String ADD =
      """
      INSERT INTO notification (id, page, wake, notice, person, method, address, urgency, rung, why,
        created_at, state, at, next_at, provider, reference, remark, attempts, fence,
        possible_duplicate)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String ADD_OF_PAGE =
      ADD + "ON CONFLICT (page, wake, person, method) DO NOTHING";

  private static final String ADD_OF_NOTICE =
      ADD + "ON CONFLICT (notice, person, method) DO NOTHING";

  private static final String SAVE =
      """
      UPDATE notification SET state = ?, at = ?, next_at = ?, provider = ?, reference = ?,
        remark = ?, attempts = ?, possible_duplicate = ?
      WHERE id = ? AND fence = ?
      """;

  /// In the order in which [#read] reads.
  private static final String COLUMNS =
      """
      id, page, wake, notice, person, method, address, urgency, rung, why, created_at, state, at,
      next_at, provider, reference, remark, attempts, fence, possible_duplicate
      """;

  private static final String CLAIMABLE = "state IN ('due', 'claimed', 'unknown')";

  private static final String CLAIM =
      """
      UPDATE notification SET state = 'claimed', next_at = ?, fence = fence + 1, at = NULL,
        provider = NULL, reference = NULL, remark = NULL
      WHERE id IN (
        SELECT id FROM notification
        WHERE %s AND next_at <= ?
        ORDER BY CASE urgency WHEN 'now' THEN 0 ELSE 1 END, COALESCE(page, '') DESC,
          id LIMIT ? %%s)
      RETURNING %s
      """
          .formatted(CLAIMABLE, COLUMNS);

  /// A statement gives back what it changed in no fixed order.
  private static final Comparator<Notification> URGENT_THEN_NEWEST_PAGE =
      Comparator.comparing(Notification::urgency)
          .thenComparing(n -> pageOf(n).orElse(""), Comparator.reverseOrder())
          .thenComparing(n -> n.id().value());

  private static final String NOTIFICATION = "SELECT " + COLUMNS + "FROM notification ";

  private static final String FIND = NOTIFICATION + "WHERE id = ?";

  private static final String UNANSWERED =
      NOTIFICATION + "WHERE state = 'handed' AND next_at <= ? ORDER BY next_at, id LIMIT ?";

  private static final String DUE_FOR =
      NOTIFICATION
          + "WHERE "
          + CLAIMABLE
          + " AND person = ? AND page IS NOT NULL AND (state = 'claimed' OR next_at <= ?)"
          + " ORDER BY id DESC LIMIT ?";

  private static final String PENDING =
      NOTIFICATION
          + "WHERE page = ? AND state IN ('due', 'claimed', 'handed', 'unknown') ORDER BY id";

  /// Each by an index of its own.
  private static final List<String> ALL_PENDING =
      List.of(
          NOTIFICATION + "WHERE " + CLAIMABLE + " ORDER BY next_at LIMIT ?",
          NOTIFICATION + "WHERE state = 'handed' ORDER BY next_at LIMIT ?");

  private static final String OF = NOTIFICATION + "WHERE page = ? ORDER BY id LIMIT ?";

  private static final String OF_NOTICE = NOTIFICATION + "WHERE notice = ? ORDER BY id";

  private static final String SENT =
      NOTIFICATION
          + "WHERE method = ? AND attempts > 0 AND created_at >= ?"
          + " ORDER BY created_at DESC, id DESC LIMIT ?";

  private static final String NEXT_DUE =
      "SELECT next_at FROM notification WHERE " + CLAIMABLE + " ORDER BY next_at LIMIT 1";

  private final Sql sql;
  private final String claim;

  SqlNotificationStore(Sql sql) {
    this.sql = sql;
    this.claim = CLAIM.formatted(sql.dialect().skipLocked());
  }

  @Override
  public void add(List<Notification> notifications) {
    for (Notification n : notifications) {
      Query add =
          bind(n.about(), n.id())
              .text(n.person().handle())
              .text(n.method().word())
              .text(n.address())
              .text(n.urgency().word())
              .text(n.rung())
              .text(n.why())
              .instant(n.createdAt());
      DeliveryColumns.of(n.delivery())
          .bind(add)
          .number(n.attempts())
          .number(n.fence())
          .flag(n.possibleDuplicate())
          .run();
    }
  }

  @Override
  public List<Notification> claim(Instant now, Instant until, int limit) {
    List<Notification> claimed =
        new ArrayList<>(
            sql.of(claim)
                .instant(until)
                .instant(now)
                .number(limit)
                .list(SqlNotificationStore::read));
    claimed.sort(URGENT_THEN_NEWEST_PAGE);
    return claimed;
  }

  @Override
  public boolean save(Notification n) {
    int saved =
        DeliveryColumns.of(n.delivery())
            .bind(sql.of(SAVE))
            .number(n.attempts())
            .flag(n.possibleDuplicate())
            .text(n.id().value())
            .number(n.fence())
            .run();
    return saved == 1;
  }

  @Override
  public List<Notification> unanswered(Instant now, int limit) {
    return sql.of(UNANSWERED).instant(now).number(limit).list(SqlNotificationStore::read);
  }

  @Override
  public List<Notification> dueFor(PersonId person, Instant now, int limit) {
    return sql.of(DUE_FOR)
        .text(person.handle())
        .instant(now)
        .number(limit)
        .list(SqlNotificationStore::read);
  }

  @Override
  public List<Notification> pending(PageId page) {
    return sql.of(PENDING).text(page.value()).list(SqlNotificationStore::read);
  }

  @Override
  public List<Notification> pending(int limit) {
    List<Notification> pending = new ArrayList<>();
    for (String part : ALL_PENDING) {
      if (pending.size() < limit) {
        pending.addAll(
            sql.of(part).number(limit - pending.size()).list(SqlNotificationStore::read));
      }
    }
    return pending;
  }

  @Override
  public List<Notification> of(PageId page, int limit) {
    return sql.of(OF).text(page.value()).number(limit).list(SqlNotificationStore::read);
  }

  @Override
  public List<Notification> of(NoticeId notice) {
    return sql.of(OF_NOTICE).text(notice.value()).list(SqlNotificationStore::read);
  }

  @Override
  public List<Notification> sent(ContactMethod method, Instant since, int limit) {
    return sql.of(SENT)
        .text(method.word())
        .instant(since)
        .number(limit)
        .list(SqlNotificationStore::read);
  }

  @Override
  public Optional<Notification> find(NotificationId id) {
    return sql.of(FIND).text(id.value()).first(SqlNotificationStore::read);
  }

  @Override
  public Optional<Instant> nextDue() {
    return sql.of(NEXT_DUE).first(Row::instant);
  }

  private Query bind(About about, NotificationId id) {
    return switch (about) {
      case About.OfPage(var page, var wake) ->
          sql.of(ADD_OF_PAGE)
              .text(id.value())
              .text(page.value())
              .number(wake)
              .text(Optional.empty());
      case About.OfNotice(var notice) ->
          sql.of(ADD_OF_NOTICE)
              .text(id.value())
              .text(Optional.empty())
              .number(Optional.empty())
              .text(notice.value());
    };
  }

  private static About about(Row row) {
    Optional<String> page = row.optionalText();
    int wake = row.smallNumber();
    Optional<String> notice = row.optionalText();
    return notice
        .<About>map(id -> new About.OfNotice(new NoticeId(id)))
        .orElseGet(() -> new About.OfPage(new PageId(page.orElseThrow()), wake));
  }

  /// Notices come after all pages.
  private static Optional<String> pageOf(Notification n) {
    return n.about() instanceof About.OfPage(var page, _)
        ? Optional.of(page.value())
        : Optional.empty();
  }

  private static Notification read(Row row) {
    return new Notification(
        new NotificationId(row.text()),
        about(row),
        new PersonId(row.text()),
        ContactMethod.ofWord(row.text()),
        row.text(),
        Urgency.ofWord(row.text()),
        row.text(),
        row.text(),
        row.instant(),
        DeliveryColumns.read(row),
        row.smallNumber(),
        row.number(),
        row.flag());
  }
}
