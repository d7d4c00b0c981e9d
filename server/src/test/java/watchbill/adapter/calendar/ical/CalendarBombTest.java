package watchbill.adapter.calendar.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchbill.kernel.Refusal;
import watchbill.time.Span;

/// Files made to hurt are refused soon, with the limit they broke.
class CalendarBombTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Span HORIZON =
      new Span(Instant.parse("2024-10-08T00:00:00Z"), Instant.parse("2026-02-10T00:00:00Z"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=SECONDLY",
        "FREQ=SECONDLY;COUNT=1000000000",
        "FREQ=MINUTELY",
        "FREQ=HOURLY;BYMINUTE=0,10,20,30,40,50",
        "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10;BYMINUTE=0,1,2,3,4,5,6;BYSECOND=0,1,2,3,4,5,6"
      })
  void aRuleThatNeverRests(String rule) {
    assertThat(refused(event("DTSTART:20250106T090000Z\nDURATION:PT1S\nRRULE:" + rule)))
        .satisfies(r -> assertThat(r.code()).isEqualTo("calendar.too-many"))
        .satisfies(r -> assertThat(r.allowed()).contains("20,000"));
  }

  @Test
  void aRuleThatBeganLongAgo() {
    assertThat(refused(event("DTSTART:19700101T000000Z\nDURATION:PT1S\nRRULE:FREQ=SECONDLY")))
        .satisfies(r -> assertThat(r.code()).isEqualTo("calendar.too-many"))
        .satisfies(r -> assertThat(r.allowed()).contains("1,000,000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MINUTELY;BYYEARDAY=366;BYDAY=MO",
        "FREQ=YEARLY;INTERVAL=2147483647",
        "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTH=6"
      })
  void aRuleThatFitsNoDayIsItsStartAlone(String rule) {
    CalendarContents read = read(event("DTSTART:20250106T090000Z\nDURATION:PT1H\nRRULE:" + rule));
    assertThat(((CalendarContents.Read) read).occurrences()).hasSize(1);
  }

  @Test
  void aRuleOfManyParts() {
    String all = IntStream.range(0, 60).mapToObj(String::valueOf).collect(Collectors.joining(","));
    String rule = "FREQ=YEARLY;BYMINUTE=" + all + ";BYSECOND=" + all + ";BYHOUR=1,2,3";
    assertThat(refused(event("DTSTART:20250106T090000Z\nRRULE:" + rule)).allowed())
        .contains("5000 combinations");
    String longOne = "FREQ=DAILY;BYMONTHDAY=" + "1,".repeat(600) + "1";
    assertThat(refused(event("DTSTART:20250106T090000Z\nRRULE:" + longOne)).allowed())
        .contains("1000 characters");
  }

  @Test
  void manyDates() {
    String dates = "20250106,".repeat(7_000);
    String three = ("RDATE:" + dates + "20250107\n").repeat(3);
    assertThat(refused(event("DTSTART:20250106\n" + three)).allowed()).contains("20,000 dates");
    String exceptions = ("EXDATE:" + dates + "20250107\n").repeat(3);
    assertThat(refused(event("DTSTART:20250106\n" + exceptions)).allowed())
        .contains("20,000 dates");
  }

  @Test
  void manyEvents() {
    String events = "BEGIN:VEVENT\nDTSTART:20250106\nEND:VEVENT\n".repeat(5_001);
    assertThat(refused(calendar(events)).allowed()).contains("5,000 events");
  }

  @Test
  void manyBytes() {
    assertThat(refused(calendar("X-A:b\n".repeat(200_000))).code()).isEqualTo("calendar.too-large");
  }

  @Test
  void aLineWithoutEnd() {
    assertThat(refused(calendar("SUMMARY:" + "\n x".repeat(100_000) + "\n")).code())
        .isEqualTo("calendar.line-too-long");
    assertThat(refused(calendar("SUMMARY:" + "x".repeat(100_000) + "\n")).code())
        .isEqualTo("calendar.line-too-long");
  }

  @Test
  void thingsInThings() {
    assertThat(refused(calendar("BEGIN:VEVENT\n".repeat(70_000))).code())
        .isEqualTo("calendar.nesting");
  }

  @Test
  void manyParameters() {
    String many = "DTSTART" + ";A=b".repeat(16_000) + ":20250106";
    assertThat(read(event(many))).isInstanceOf(CalendarContents.Read.class);
    String unclosed = "BEGIN:VEVENT\nDTSTART" + ";A=\"b".repeat(10_001) + ":20250106\nEND:VEVENT\n";
    assertThat(refused(calendar(unclosed.repeat(15))).code()).isEqualTo("calendar.start");
  }

  @Test
  void aZoneWhoseClocksNeverRest() {
    String zone =
        """
        BEGIN:VTIMEZONE
        TZID:mad
        BEGIN:STANDARD
        DTSTART:19700101T000000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        RRULE:FREQ=SECONDLY
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        DTSTART;TZID=mad:20250106T090000
        END:VEVENT
        """;
    assertThat(refused(calendar(zone)).allowed()).contains("1,000,000");
  }

  private static Refusal refused(byte[] file) {
    return ((CalendarContents.Refused) read(file)).refusal();
  }

  private static CalendarContents read(byte[] file) {
    return assertTimeoutPreemptively(
        SOON, () -> CalendarReader.read(file, Purpose.LEAVE, ZoneOffset.UTC, HORIZON));
  }

  private static byte[] event(String lines) {
    return calendar("BEGIN:VEVENT\n" + lines + "\nEND:VEVENT\n");
  }

  private static byte[] calendar(String inside) {
    return ("BEGIN:VCALENDAR\n" + inside + "END:VCALENDAR\n").getBytes(StandardCharsets.UTF_8);
  }
}
