package watchbill.adapter.store.sql;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import watchbill.calendar.CalendarEntry;
import watchbill.calendar.Publication;
import watchbill.calendar.PublicationStore;
import watchbill.time.Span;

/// Keeps what calendars have shown.
public final class SqlPublicationStore implements PublicationStore {
  private static final String PUT =
      """
      INSERT INTO publication (calendar, uid, sequence, from_at, until_at, summary, description,
        changed_at, alarms, cancelled)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (calendar, uid) DO UPDATE SET sequence = excluded.sequence,
        from_at = excluded.from_at, until_at = excluded.until_at, summary = excluded.summary,
        description = excluded.description, changed_at = excluded.changed_at,
        alarms = excluded.alarms, cancelled = excluded.cancelled
      """;

  private static final String OF =
      """
      SELECT uid, sequence, from_at, until_at, summary, description, changed_at, alarms, cancelled
      FROM publication WHERE calendar = ? AND until_at > ? ORDER BY from_at, uid
      """;

  private static final String FORGET =
      "DELETE FROM publication WHERE calendar = ? AND until_at <= ?";

  private final Sql sql;

  SqlPublicationStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void put(List<Publication> publications) {
    for (Publication publication : publications) {
      CalendarEntry entry = publication.entry();
      sql.of(PUT)
          .text(publication.calendar())
          .text(entry.uid())
          .number(entry.sequence())
          .instant(entry.span().from())
          .instant(entry.span().until())
          .text(entry.summary())
          .text(entry.description())
          .instant(entry.changedAt())
          .text(entry.alarms().stream().map(Duration::toString).collect(Collectors.joining(" ")))
          .flag(entry.cancelled())
          .run();
    }
  }

  @Override
  public List<CalendarEntry> of(String calendar, Instant endsAfter) {
    return sql.of(OF).text(calendar).instant(endsAfter).list(SqlPublicationStore::read);
  }

  @Override
  public void forget(String calendar, Instant endedBy) {
    sql.of(FORGET).text(calendar).instant(endedBy).run();
  }

  private static CalendarEntry read(Row row) {
    return new CalendarEntry(
        row.text(),
        Math.toIntExact(row.number()),
        new Span(row.instant(), row.instant()),
        row.text(),
        row.text(),
        row.instant(),
        alarms(row.text()),
        row.flag());
  }

  private static List<Duration> alarms(String text) {
    return Arrays.stream(text.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .map(Duration::parse)
        .toList();
  }
}
