package watchbill.adapter.calendar.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import watchbill.calendar.CalendarEntry;

/// A calendar of entries, as bytes. Equal entries make equal bytes: nothing in it tells when it was
/// written, so that a program that asks each hour is told when nothing has changed.
public final class CalendarFeed {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// How often programs are asked to look again.
  private static final Duration REFRESH = Duration.ofHours(1);

  private static final String PRODUCT = "-//Watchbill//Watchbill//EN";

  private CalendarFeed() {}

  /// All of a feed, to be published.
  ///
  /// @param name as programs show it: `On duty: payments`
  public static byte[] publish(String name, List<CalendarEntry> entries) {
    var out = new ContentWriter();
    begin(out)
        .line("METHOD", "PUBLISH")
        .text("NAME", name)
        .text("X-WR-CALNAME", name)
        .line("REFRESH-INTERVAL;VALUE=DURATION", REFRESH.toString())
        .line("X-PUBLISHED-TTL", REFRESH.toString());
    entries.forEach(entry -> write(entry, out));
    return out.line("END", "VCALENDAR").bytes();
  }

  /// One entry by itself, as a CalDAV server keeps it: without a method.
  public static byte[] object(CalendarEntry entry) {
    var out = begin(new ContentWriter());
    write(entry, out);
    return out.line("END", "VCALENDAR").bytes();
  }

  private static ContentWriter begin(ContentWriter out) {
    return out.line("BEGIN", "VCALENDAR")
        .line("VERSION", "2.0")
        .line("PRODID", PRODUCT)
        .line("CALSCALE", "GREGORIAN");
  }

  /// Nobody is made busy by their duty: people live on while they are on call.
  private static void write(CalendarEntry entry, ContentWriter out) {
    String changed = UTC.format(entry.changedAt());
    out.line("BEGIN", "VEVENT")
        .text("UID", entry.uid())
        .line("DTSTAMP", changed)
        .line("LAST-MODIFIED", changed)
        .line("SEQUENCE", String.valueOf(entry.sequence()))
        .line("DTSTART", UTC.format(entry.span().from()))
        .line("DTEND", UTC.format(roundedUp(entry.span().until())))
        .text("SUMMARY", entry.summary());
    if (!entry.description().isEmpty()) {
      out.text("DESCRIPTION", entry.description());
    }
    out.line("STATUS", entry.cancelled() ? "CANCELLED" : "CONFIRMED").line("TRANSP", "TRANSPARENT");
    if (!entry.cancelled()) {
      entry.alarms().forEach(before -> alarm(before, entry.summary(), out));
    }
    out.line("END", "VEVENT");
  }

  private static void alarm(Duration before, String summary, ContentWriter out) {
    out.line("BEGIN", "VALARM")
        .line("ACTION", "DISPLAY")
        .text("DESCRIPTION", summary)
        .line("TRIGGER;RELATED=START", "-PT" + before.toSeconds() + "S")
        .line("END", "VALARM");
  }

  /// iCalendar knows whole seconds alone; an entry must not end before it starts.
  private static Instant roundedUp(Instant at) {
    Instant second = at.truncatedTo(ChronoUnit.SECONDS);
    return second.equals(at) ? at : second.plusSeconds(1);
  }
}
