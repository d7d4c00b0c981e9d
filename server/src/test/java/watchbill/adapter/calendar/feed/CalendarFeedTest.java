package watchbill.adapter.calendar.feed;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.Test;
import watchbill.calendar.CalendarEntry;
import watchbill.time.Span;

/// What is written is read alike by two libraries that know nothing of each other.
class CalendarFeedTest {
  private static final Instant MONDAY = Instant.parse("2025-01-06T08:00:00Z");
  private static final CalendarEntry WEEK =
      new CalendarEntry(
          "payments-primary-2@watchbill",
          3,
          new Span(MONDAY, MONDAY.plus(Duration.ofDays(7))),
          "On duty: payments, primary",
          "After you: Ben; then Cho.\nBack\\slash",
          Instant.parse("2025-01-02T10:11:12Z"),
          List.of(Duration.ofDays(7), Duration.ofHours(24), Duration.ZERO),
          false);

  @Test
  void isWrittenAsTheStandardHasIt() {
    assertThat(lines(CalendarFeed.publish("Ana, on duty", List.of(WEEK))))
        .containsExactly(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Watchbill//Watchbill//EN",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "NAME:Ana\\, on duty",
            "X-WR-CALNAME:Ana\\, on duty",
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
            "X-PUBLISHED-TTL:PT1H",
            "BEGIN:VEVENT",
            "UID:payments-primary-2@watchbill",
            "DTSTAMP:20250102T101112Z",
            "LAST-MODIFIED:20250102T101112Z",
            "SEQUENCE:3",
            "DTSTART:20250106T080000Z",
            "DTEND:20250113T080000Z",
            "SUMMARY:On duty: payments\\, primary",
            "DESCRIPTION:After you: Ben\\; then Cho.\\nBack\\\\slash",
            "STATUS:CONFIRMED",
            "TRANSP:TRANSPARENT",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "DESCRIPTION:On duty: payments\\, primary",
            "TRIGGER;RELATED=START:-PT604800S",
            "END:VALARM",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "DESCRIPTION:On duty: payments\\, primary",
            "TRIGGER;RELATED=START:-PT86400S",
            "END:VALARM",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "DESCRIPTION:On duty: payments\\, primary",
            "TRIGGER;RELATED=START:-PT0S",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR");
  }

  @Test
  void whatIsCalledOffSaysSoAndRingsNobody() {
    var off =
        new CalendarEntry("a", 4, WEEK.span(), "x", "", WEEK.changedAt(), WEEK.alarms(), true);
    assertThat(lines(CalendarFeed.publish("Ana", List.of(off))))
        .contains("STATUS:CANCELLED", "SEQUENCE:4")
        .doesNotContain("BEGIN:VALARM", "DESCRIPTION:");
  }

  @Test
  void anObjectForACalDavServerHasNoMethod() {
    assertThat(lines(CalendarFeed.object(WEEK))).doesNotContain("METHOD:PUBLISH");
  }

  @Test
  void anEntryShorterThanASecondStillEndsAfterItStarts() {
    var short1 = new Span(MONDAY, MONDAY.plusNanos(1_000));
    var entry = new CalendarEntry("a", 0, short1, "x", "", MONDAY, List.of(), false);
    assertThat(lines(CalendarFeed.object(entry))).contains("DTEND:20250106T080001Z");
  }

  /// Texts of every alphabet, of every length around the fold.
  @Test
  void twoLibrariesReadBackWhatWasWritten() throws Exception {
    long seed = 75;
    var random = new Random(seed);
    // The backslash is the last: every other text does without.
    String[] letters = {"a", "ñ", "漢", "\uD83D\uDD25", ",", ";", "\n", " ", ":", "\"", "\\"};
    List<CalendarEntry> entries = new ArrayList<>(List.of(WEEK));
    for (int i = 0; i < 300; i++) {
      var text = new StringBuilder("x");
      for (int length = random.nextInt(200); length > 0; length--) {
        text.append(letters[random.nextInt(letters.length - i % 2)]);
      }
      String summary = text.append('y').toString();
      Instant from = MONDAY.plusSeconds(random.nextInt(100_000_000));
      var span = new Span(from, from.plusSeconds(1 + random.nextInt(1_000_000)));
      boolean cancelled = random.nextInt(5) == 0;
      entries.add(
          new CalendarEntry(
              "uid-" + i,
              i,
              span,
              summary,
              summary,
              MONDAY,
              List.of(Duration.ofHours(1)),
              cancelled));
    }
    byte[] file = CalendarFeed.publish("Rufbereitschaft — 当番", entries);
    assertThat(physicalLines(file))
        .as("seed %d", seed)
        .allSatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
    readByBiweekly(file, entries);
    readByIcal4j(file, entries);
  }

  private static void readByBiweekly(byte[] file, List<CalendarEntry> entries) {
    ICalendar calendar = Biweekly.parse(new String(file, StandardCharsets.UTF_8)).first();
    assertThat(calendar.getMethod().getValue()).isEqualTo("PUBLISH");
    assertThat(calendar.getEvents()).hasSameSizeAs(entries);
    for (int i = 0; i < entries.size(); i++) {
      VEvent read = calendar.getEvents().get(i);
      CalendarEntry entry = entries.get(i);
      assertThat(read.getUid().getValue()).isEqualTo(entry.uid());
      assertThat(read.getSequence().getValue()).isEqualTo(entry.sequence());
      assertThat(read.getDateStart().getValue().toInstant()).isEqualTo(entry.span().from());
      assertThat(read.getDateEnd().getValue().toInstant()).isEqualTo(entry.span().until());
      assertThat(read.getSummary().getValue()).isEqualTo(entry.summary());
      assertThat(read.getDescription().getValue()).isEqualTo(entry.description());
      assertThat(read.getStatus().isCancelled()).isEqualTo(entry.cancelled());
      assertThat(read.getAlarms()).hasSize(entry.cancelled() ? 0 : entry.alarms().size());
    }
    assertThat(calendar.validate(biweekly.ICalVersion.V2_0).toString()).isEmpty();
  }

  private static void readByIcal4j(byte[] file, List<CalendarEntry> entries) throws Exception {
    Calendar calendar =
        new CalendarBuilder().build(new StringReader(new String(file, StandardCharsets.UTF_8)));
    List<? extends Component> events = calendar.getComponents(Component.VEVENT);
    assertThat(events).hasSameSizeAs(entries);
    int looked = 0;
    for (int i = 0; i < entries.size(); i++) {
      CalendarEntry entry = entries.get(i);
      Component read = events.get(i);
      assertThat(value(read, Property.UID)).isEqualTo(entry.uid());
      assertThat(value(read, Property.SEQUENCE)).isEqualTo("" + entry.sequence());
      // It takes the second half of an escaped backslash for the beginning of another escape.
      if (!entry.description().contains("\\")) {
        assertThat(value(read, Property.SUMMARY)).isEqualTo(entry.summary());
        assertThat(value(read, Property.DESCRIPTION)).isEqualTo(entry.description());
        looked++;
      }
      assertThat(value(read, Property.DTSTART))
          .isEqualTo(entry.span().from().toString().replaceAll("[-:]", ""));
    }
    assertThat(looked).as("texts looked at").isGreaterThan(100);
    // An organizer is left out as others leave it out: with one, some programs make a meeting of
    // it.
    assertThat(calendar.validate().getEntries())
        .allSatisfy(entry -> assertThat(entry.getMessage()).endsWith("once: ORGANIZER"));
    for (CalendarEntry entry : entries) {
      String object = new String(CalendarFeed.object(entry), StandardCharsets.UTF_8);
      Calendar alone = new CalendarBuilder().build(new StringReader(object));
      assertThat(alone.validate().getEntries()).isEmpty();
    }
  }

  private static String value(Component component, String name) {
    return component.getRequiredProperty(name).getValue();
  }

  private static List<String> lines(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    assertThat(text).endsWith("\r\n");
    return List.of(text.replace("\r\n ", "").split("\r\n", 0));
  }

  private static List<String> physicalLines(byte[] file) {
    return List.of(new String(file, StandardCharsets.UTF_8).split("\r\n", 0));
  }
}
