package watchbill.server.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchbill.adapter.calendar.feed.CalendarFeed;
import watchbill.calendar.CalendarEntry;
import watchbill.time.Span;

/// What we write is taken by a real CalDAV server, found by time, and updated without doubling.
@Tag("real")
class RealRadicaleTest {
  private static final Instant MONDAY = Instant.parse("2025-01-06T08:00:00Z");
  private static final String WEEK_OF_13_JANUARY =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
        <D:prop><D:getetag/><C:calendar-data/></D:prop>
        <C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">
          <C:time-range start="20250113T080000Z" end="20250120T080000Z"/>
        </C:comp-filter></C:comp-filter></C:filter>
      </C:calendar-query>
      """;

  @TempDir private Path folder;

  @Test
  void aFeedIsTakenWholeAndGivenBack() throws Exception {
    try (Radicale radicale = Radicale.start(folder)) {
      List<CalendarEntry> weeks = List.of(week(0, 0), week(1, 0), week(2, 0));
      String feed = text(CalendarFeed.publish("On duty: ana, ñ", weeks));
      HttpResponse<String> put =
          radicale.ask("PUT", "/ana/feed/", feed, "Content-Type", "text/calendar; charset=utf-8");
      assertThat(put.statusCode()).as(put.body()).isEqualTo(201);
      String back = radicale.ask("GET", "/ana/feed/", "").body();
      assertThat(back).contains("UID:week-0@watchbill", "UID:week-2@watchbill", "SUMMARY:On duty");
      assertThat(events(back)).isEqualTo(3);
      String found = query(radicale, "/ana/feed/");
      assertThat(found).contains("UID:week-1@watchbill");
      assertThat(events(found)).isEqualTo(1);
    }
  }

  @Test
  void anEditUpdatesAndDoesNotDouble() throws Exception {
    try (Radicale radicale = Radicale.start(folder)) {
      assertThat(radicale.ask("MKCALENDAR", "/ana/duty/", "").statusCode()).isEqualTo(201);
      for (int number = 0; number < 3; number++) {
        assertThat(put(radicale, week(number, 0)).statusCode()).isEqualTo(201);
      }
      assertThat(events(query(radicale, "/ana/duty/"))).isEqualTo(1);

      CalendarEntry longer = week(0, 1, Duration.ofDays(10), false);
      assertThat(put(radicale, longer).statusCode()).isEqualTo(201);
      String found = query(radicale, "/ana/duty/");
      assertThat(found).contains("UID:week-0@watchbill", "SEQUENCE:1", "UID:week-1@watchbill");
      assertThat(events(found)).isEqualTo(2);
      assertThat(events(radicale.ask("GET", "/ana/duty/", "").body())).isEqualTo(3);

      assertThat(put(radicale, week(1, 1, Duration.ofDays(7), true)).statusCode()).isEqualTo(201);
      assertThat(query(radicale, "/ana/duty/")).contains("STATUS:CANCELLED");
    }
  }

  private static HttpResponse<String> put(Radicale radicale, CalendarEntry entry) throws Exception {
    return radicale.ask(
        "PUT",
        "/ana/duty/" + entry.uid() + ".ics",
        text(CalendarFeed.object(entry)),
        "Content-Type",
        "text/calendar; charset=utf-8");
  }

  private static String query(Radicale radicale, String collection) throws Exception {
    HttpResponse<String> answer =
        radicale.ask("REPORT", collection, WEEK_OF_13_JANUARY, "Depth", "1");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(207);
    return answer.body();
  }

  private static int events(String text) {
    return text.split("BEGIN:VEVENT", -1).length - 1;
  }

  private static CalendarEntry week(int number, int sequence) {
    return week(number, sequence, Duration.ofDays(7), false);
  }

  private static CalendarEntry week(int number, int sequence, Duration length, boolean off) {
    Instant from = MONDAY.plus(Duration.ofDays(7L * number));
    List<Duration> alarms = new ArrayList<>(List.of(Duration.ofDays(1)));
    return new CalendarEntry(
        "week-" + number + "@watchbill",
        sequence,
        new Span(from, from.plus(length)),
        "On duty: payments, primary; " + "ñ".repeat(60),
        "After you: Ben",
        MONDAY,
        alarms,
        off);
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }
}
