package watchbill.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchbill.route.TimeInterval.Range;
import watchbill.route.TimeInterval.Times;

class QuietTest {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  private static final int DAYS = 40;

  @ParameterizedTest
  @CsvSource({
    // Madrid is an hour ahead in winter and two in summer.
    "2025-01-10T22:59:00Z, ''",
    "2025-01-10T23:00:00Z, 2025-01-12T23:00:00Z",
    "2025-01-12T22:59:59Z, 2025-01-12T23:00:00Z",
    "2025-01-12T23:00:00Z, ''",
    "2025-03-29T12:00:00Z, 2025-03-30T22:00:00Z",
    "2025-10-25T12:00:00Z, 2025-10-26T23:00:00Z",
  })
  void aQuietWeekendEndsOnMondayAtMidnight(Instant at, String until) {
    var quiet = new Quiet("weekend", List.of(on(WEEKEND)), List.of());
    assertThat(quiet.until(at)).isEqualTo(instant(until));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-01-06T07:59:00Z, 2025-01-06T08:00:00Z",
    "2025-01-06T08:00:00Z, ''",
    "2025-01-06T17:00:00Z, 2025-01-07T08:00:00Z",
  })
  void outsideOfWhatIsActiveAllIsQuiet(Instant at, String until) {
    var office = times("09:00", "18:00");
    assertThat(new Quiet("office", List.of(), List.of(office)).until(at)).isEqualTo(instant(until));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 5, 2025-01-05T12:00:00Z, true",
    "1, 5, 2025-01-06T12:00:00Z, false",
    "-1, -1, 2025-02-28T12:00:00Z, true",
    "-1, -1, 2024-02-28T12:00:00Z, false",
    "-3, -1, 2025-01-29T12:00:00Z, true",
    "15, -1, 2025-01-31T12:00:00Z, true",
    "31, 31, 2025-02-28T12:00:00Z, false",
  })
  void daysOfTheMonthCountFromEitherEnd(int first, int last, Instant at, boolean within) {
    var days = interval(List.of(), Set.of(), List.of(new Range(first, last)));
    assertThat(days.contains(at)).isEqualTo(within);
  }

  @Test
  void whatIsQuietForEverEndsNever() {
    var always = interval(List.of(), Set.of(), List.of());
    assertThat(new Quiet("always", List.of(always), List.of()).until(Instant.EPOCH)).isEmpty();
    assertThat(new Quiet("always", List.of(always), List.of()).isAt(Instant.EPOCH)).isTrue();
  }

  /// Against a walk that looks at every minute.
  @Test
  void itEndsAtTheFirstMinuteThatIsNotQuiet() {
    long seed = new Random().nextLong();
    System.out.println("QuietTest: seed " + seed);
    var random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      var quiet =
          new Quiet(
              "random",
              List.of(random(random)),
              random.nextBoolean() ? List.of() : List.of(random(random)));
      Instant at =
          Instant.parse(random.nextBoolean() ? "2025-03-25T00:00:00Z" : "2025-10-21T00:00:00Z")
              .plus(random.nextInt(9_000), ChronoUnit.MINUTES);
      assertThat(quiet.until(at).filter(u -> u.isBefore(at.plus(DAYS, ChronoUnit.DAYS))))
          .as("%s at %s", quiet, at)
          .isEqualTo(walk(quiet, at));
    }
  }

  /// 02:45 is skipped: the clock goes from 02:00 to 03:00.
  @Test
  void itEndsWhereTheClockIsPutForwardOverItsEnd() {
    var quiet = new Quiet("nights", List.of(), List.of(times("02:45", "23:45")));
    assertThat(quiet.until(Instant.parse("2025-03-30T00:10:00Z")))
        .contains(Instant.parse("2025-03-30T01:00:00Z"));
  }

  /// 02:15 comes twice, and between the two the clock shows what is quiet again.
  @Test
  void itEndsTwiceWhereTheClockIsPutBackBeforeItsEnd() {
    var quiet = new Quiet("nights", List.of(), List.of(times("02:15", "23:45")));
    assertThat(quiet.until(Instant.parse("2025-10-26T00:10:00Z")))
        .contains(Instant.parse("2025-10-26T00:15:00Z"));
    assertThat(quiet.until(Instant.parse("2025-10-26T01:10:00Z")))
        .contains(Instant.parse("2025-10-26T01:15:00Z"));
  }

  private static Optional<Instant> walk(Quiet quiet, Instant from) {
    Instant at = from;
    for (int minute = 0; minute < DAYS * 1_440; minute++) {
      if (!quiet.isAt(at)) {
        return minute == 0 ? Optional.empty() : Optional.of(at);
      }
      at = at.plus(1, ChronoUnit.MINUTES);
    }
    return Optional.empty();
  }

  private static TimeInterval random(Random random) {
    LocalTime start = LocalTime.of(random.nextInt(23), 15 * random.nextInt(4));
    var times = new Times(start, LocalTime.of(23, 45));
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (random.nextBoolean()) {
        days.add(day);
      }
    }
    return interval(random.nextBoolean() ? List.of(times) : List.of(), days, List.of());
  }

  private static TimeInterval on(Set<DayOfWeek> days) {
    return interval(List.of(), days, List.of());
  }

  private static TimeInterval times(String start, String end) {
    return interval(
        List.of(new Times(LocalTime.parse(start), LocalTime.parse(end))), Set.of(), List.of());
  }

  private static TimeInterval interval(
      List<Times> times, Set<DayOfWeek> days, List<Range> daysOfMonth) {
    return new TimeInterval(times, days, daysOfMonth, List.of(), List.of(), MADRID);
  }

  private static Optional<Instant> instant(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
  }
}
