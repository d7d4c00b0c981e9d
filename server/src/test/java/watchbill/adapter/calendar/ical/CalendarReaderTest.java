package watchbill.adapter.calendar.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import watchbill.calendar.Holiday;
import watchbill.catalog.RegionId;
import watchbill.law.House;
import watchbill.time.Span;

/// Files as Google, Outlook and older programs write them.
class CalendarReaderTest {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private static final Span HORIZON =
      new Span(Instant.parse("2024-10-08T00:00:00Z"), Instant.parse("2026-02-10T00:00:00Z"));

  @Test
  void readsALeaveCalendarOfGoogle() throws IOException {
    assertThat(lines(file("google-leave.ics"), Purpose.LEAVE))
        .startsWith(
            "2025-01-07T15:00:00Z PT2H Physiotherapy",
            "2025-01-22T08:00:00Z PT1H Physiotherapy, moved",
            "2025-02-04T15:00:00Z PT2H Physiotherapy")
        // The clocks change on 30 March: five days less an hour, and later weeks an hour earlier.
        .contains("2025-03-26T23:00:00Z PT119H Cádiz, at last")
        .endsWith(
            "2025-04-01T14:00:00Z PT2H Physiotherapy", "2025-04-08T14:00:00Z PT2H Physiotherapy")
        .hasSize(13);
  }

  @Test
  void readsACalendarOfHolidays() throws IOException {
    var madrid = new RegionId("es-madrid");
    List<Holiday> holidays =
        read(file("google-holidays.ics"), Purpose.HOLIDAYS)
            .holidays(madrid, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 4, 18));
    assertThat(holidays)
        .containsExactly(
            new Holiday(madrid, LocalDate.of(2025, 1, 6), "Epiphany"),
            new Holiday(madrid, LocalDate.of(2025, 4, 17), "Easter"));
  }

  @Test
  void readsACalendarOfOutlookWithItsNamesOfZones() throws IOException {
    assertThat(lines(file("outlook-leave.ics"), Purpose.LEAVE))
        .containsExactly(
            "2025-01-13T07:00:00Z PT106H Out of office",
            // The zone that the file defines itself is three and a half hours behind in July.
            "2025-07-02T12:30:00Z PT1H Caracas");
  }

  @Test
  void readsWhatNoStandardWouldAllow() throws IOException {
    assertThat(lines(file("old-export.ics"), Purpose.LEAVE))
        .containsExactly(
            "2025-01-06T23:00:00Z PT24H One day; no version, no end and folded with a tab",
            "2025-01-08T08:00:00Z PT26H München",
            "2025-01-31T23:00:00Z PT24H Listed",
            "2025-02-28T23:00:00Z PT24H Listed",
            "2025-03-01T23:00:00Z PT24H Listed",
            "2025-04-01T08:00:00Z PT2H Listed",
            "2025-04-02T08:00:00Z PT1H Listed");
  }

  @Test
  void lineEndsOfEveryKindAreTheSame() throws IOException {
    String text = new String(file("google-leave.ics"), StandardCharsets.UTF_8);
    List<String> read = lines(file("google-leave.ics"), Purpose.LEAVE);
    for (String end : List.of("\r\n", "\r", "\n\n", "\r\n\r\n")) {
      byte[] other = text.replace("\n", end).getBytes(StandardCharsets.UTF_8);
      assertThat(lines(other, Purpose.LEAVE)).isEqualTo(read);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Europe/Madrid | 20250330T023000 | 2025-03-30T01:30:00Z",
        "Europe/Madrid | 20251026T023000 | 2025-10-26T00:30:00Z",
        "Australia/Lord_Howe | 20251005T021500 | 2025-10-04T15:45:00Z",
        "Asia/Kathmandu | 20250106T000000 | 2025-01-05T18:15:00Z",
        "/mozilla.org/20071231_1/Europe/Berlin | 20250701T120000 | 2025-07-01T10:00:00Z",
        "/x/America/Argentina/Ushuaia | 20250701T120000 | 2025-07-01T15:00:00Z",
        "Nepal Standard Time | 20250106T000000 | 2025-01-05T18:15:00Z",
        "UTC | 20250106T000000 | 2025-01-06T00:00:00Z"
      })
  void aTimeIsTheTimeOfItsZone(String zone, String local, String instant) {
    String event = "DTSTART;TZID=\"" + zone + "\":" + local + "\nDURATION:PT1H";
    assertThat(lines(calendar(event), Purpose.LEAVE)).containsExactly(instant + " PT1H ");
  }

  @Test
  void aDayIsADayOfWhoeverReadsIt() {
    byte[] file = calendar("DTSTART;VALUE=DATE:20250106");
    CalendarContents read =
        CalendarReader.read(file, Purpose.LEAVE, ZoneId.of("Asia/Kathmandu"), HORIZON);
    assertThat(((CalendarContents.Read) read).absences().getFirst().span().from())
        .isEqualTo(Instant.parse("2025-01-05T18:15:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=DAILY;COUNT=3 | 3",
        "FREQ=DAILY;UNTIL=20250108 | 3",
        "FREQ=DAILY;UNTIL=20250108T080000Z | 3",
        "FREQ=DAILY;UNTIL=20250108T075959Z | 2",
        "FREQ=DAILY;UNTIL=20250108T090000 | 3",
        "FREQ=MONTHLY;BYDAY=-1FR;COUNT=4 | 5",
        "FREQ=YEARLY | 2",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 | 1",
        "FREQ=YEARLY;INTERVAL=2000000000 | 1",
        "FREQ=WEEKLY;WKST=SU;BYDAY=MO,TU,WE,TH,FR;UNTIL=20250119T000000Z | 10"
      })
  void expandsARule(String rule, int count) {
    String event = "DTSTART;TZID=Europe/Madrid:20250106T090000\nDURATION:PT1H\nRRULE:" + rule;
    assertThat(lines(calendar(event), Purpose.LEAVE)).hasSize(count);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "calendar.start | SUMMARY:no start",
        "calendar.time | DTSTART:2025-01-06",
        "calendar.time | DTSTART:20250230",
        "calendar.time | DTSTART:20250106T256000",
        "calendar.time | DTSTART:99990106",
        "calendar.zone | DTSTART;TZID=Europe/Nowhere:20250106T090000",
        "calendar.length | DTSTART:20250106~DURATION:1 day",
        "calendar.length | DTSTART:20250106~DURATION:PT",
        "calendar.rule | DTSTART:20250106~RRULE:FREQ=SOMETIMES",
        "calendar.rule | DTSTART:20250106~RRULE:",
        "calendar.range | DTSTART:20250106~RECURRENCE-ID;RANGE=THISANDFUTURE:20250106",
        "calendar.form | DTSTART:20250106~END:VCALENDAR"
      })
  void refusesWhatItCantRead(String code, String event) {
    assertRefused(code, calendar(event.replace("~", "\n")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "<!doctype html><title>Sign in</title>", "BEGIN:VCARD"})
  void refusesWhatIsNoCalendar(String text) {
    assertRefused("calendar.form", text.getBytes(StandardCharsets.UTF_8));
  }

  /// Else a broken connection would look like somebody who called their leave off.
  @Test
  void refusesAFileThatBreaksOff() throws IOException {
    String whole = new String(file("google-leave.ics"), StandardCharsets.UTF_8);
    String cut = whole.substring(0, whole.lastIndexOf("END:VCALENDAR"));
    assertRefused("calendar.cut-off", cut.getBytes(StandardCharsets.UTF_8));
    assertRefused("calendar.cut-off", cut.substring(0, 900).getBytes(StandardCharsets.UTF_8));
  }

  /// Whatever is done to a file, it is read or refused.
  @Test
  void survivesEveryMutilation() throws IOException {
    long seed = 20250106;
    var random = new Random(seed);
    List<byte[]> files = new ArrayList<>();
    for (String name : List.of("google-leave.ics", "outlook-leave.ics", "old-export.ics")) {
      files.add(file(name));
    }
    for (int i = 0; i < 3_000; i++) {
      byte[] bytes = files.get(i % files.size()).clone();
      for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(3)) {
          case 0 -> bytes[at] = (byte) random.nextInt(256);
          case 1 -> bytes[at] = (byte) ('0' + random.nextInt(10));
          case 2 -> {
            int from = random.nextInt(bytes.length);
            int length = Math.min(random.nextInt(80), bytes.length - Math.max(from, at));
            System.arraycopy(bytes, from, bytes, at, length);
          }
          default -> throw new IllegalStateException();
        }
      }
      assertThat(CalendarReader.read(bytes, Purpose.LEAVE, MADRID, HORIZON))
          .as("seed %d, round %d", seed, i)
          .isNotNull();
    }
  }

  private static void assertRefused(String code, byte[] file) {
    assertThat(CalendarReader.read(file, Purpose.LEAVE, MADRID, HORIZON))
        .isInstanceOfSatisfying(
            CalendarContents.Refused.class,
            r -> assertThat(r.refusal().code()).as(r.refusal().inWords()).isEqualTo(code));
  }

  private static List<String> lines(byte[] file, Purpose purpose) {
    return read(file, purpose).occurrences().stream()
        .map(o -> o.span().from() + " " + o.span().length() + " " + o.summary())
        .toList();
  }

  private static CalendarContents.Read read(byte[] file, Purpose purpose) {
    return switch (CalendarReader.read(file, purpose, MADRID, HORIZON)) {
      case CalendarContents.Read read -> read;
      case CalendarContents.Refused(var refusal) -> throw new AssertionError(refusal.inWords());
    };
  }

  private static byte[] calendar(String event) {
    return ("BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + event + "\nEND:VEVENT\nEND:VCALENDAR\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] file(String name) throws IOException {
    return Files.readAllBytes(
        House.root().resolve("server/src/test/resources/testdata/calendar").resolve(name));
  }
}
