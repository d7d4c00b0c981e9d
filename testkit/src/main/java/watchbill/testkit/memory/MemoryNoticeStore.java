package watchbill.testkit.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.notification.Notice;
import watchbill.notification.NoticeId;
import watchbill.notification.NoticeStore;
import watchbill.testkit.memory.MemoryState.NoticeRow;

final class MemoryNoticeStore implements NoticeStore {
  private static final Comparator<Notice> POINTLESS_FIRST =
      Comparator.<Notice, Instant>comparing(n -> n.pointlessFrom().orElseThrow())
          .thenComparing(n -> n.id().value());

  private final Rows<String, NoticeRow> rows;

  MemoryNoticeStore(Rows<String, NoticeRow> rows) {
    this.rows = rows;
  }

  @Override
  public boolean add(Notice notice) {
    boolean known = rows.all().stream().anyMatch(row -> isSame(row.notice(), notice));
    if (!known) {
      rows.add(notice.id().value(), new NoticeRow(notice, Optional.empty()));
    }
    return !known;
  }

  @Override
  public Optional<Notice> find(NoticeId id) {
    return rows.find(id.value()).map(NoticeRow::notice);
  }

  @Override
  public boolean end(NoticeId id, Notice.End end) {
    Optional<NoticeRow> open = rows.find(id.value()).filter(row -> row.end().isEmpty());
    open.ifPresent(row -> rows.put(id.value(), new NoticeRow(row.notice(), Optional.of(end))));
    return open.isPresent();
  }

  @Override
  public Optional<Notice.End> endOf(NoticeId id) {
    return rows.find(id.value()).flatMap(NoticeRow::end);
  }

  @Override
  public List<Notice> lapsing(Instant now, int limit) {
    return rows.all().stream()
        .filter(row -> row.end().isEmpty())
        .map(NoticeRow::notice)
        .filter(notice -> notice.isPointless(now))
        .sorted(POINTLESS_FIRST)
        .limit(limit)
        .toList();
  }

  @Override
  public List<Notice> recent(PersonId person, int limit) {
    return rows.newestFirst().stream()
        .map(NoticeRow::notice)
        .filter(notice -> notice.person().equals(person))
        .limit(limit)
        .toList();
  }

  private static boolean isSame(Notice one, Notice other) {
    return one.person().equals(other.person()) && one.key().equals(other.key());
  }
}
