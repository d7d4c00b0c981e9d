package watchbill.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.crew.Crew.MADRID;
import static watchbill.workload.HourKind.EVENING;
import static watchbill.workload.HourKind.HOLIDAY;
import static watchbill.workload.HourKind.NIGHT;
import static watchbill.workload.HourKind.WEEKEND;
import static watchbill.workload.HourKind.WORKING;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchbill.time.Span;

/// Time in hours of one kind each, to the nanosecond.
class HoursTest {
  private static final Set<LocalDate> HOLIDAYS =
      Set.of(LocalDate.of(2025, 1, 6), LocalDate.of(2025, 11, 1));
  private static final HomeClock HOME = new HomeClock(MADRID, HOLIDAYS, HourSettings.USUAL);

  @ParameterizedTest
  @CsvSource({
    "2025-01-07T06:59:59, NIGHT",
    "2025-01-07T07:00:00, EVENING",
    "2025-01-07T08:59:59, EVENING",
    "2025-01-07T09:00:00, WORKING",
    "2025-01-07T17:59:59, WORKING",
    "2025-01-07T18:00:00, EVENING",
    "2025-01-07T22:00:00, NIGHT",
    "2025-01-10T23:59:59, NIGHT",
    "2025-01-11T00:00:00, WEEKEND",
    "2025-01-12T23:59:59, WEEKEND",
    "2025-01-06T00:00:00, HOLIDAY",
    "2025-01-06T12:00:00, HOLIDAY",
    "2025-11-01T12:00:00, HOLIDAY"
  })
  void aWallClockSaysTheKind(LocalDateTime local, HourKind kind) {
    assertThat(HOME.kindAt(local.atZone(MADRID).toInstant())).isEqualTo(kind);
  }

  @Test
  void aWeekOfDutyIsAHundredAndSixtyEightHours() {
    HoursByKind week = Hours.split(local("2025-01-13T09:00", "2025-01-20T09:00"), HOME);
    assertThat(week.lengths())
        .containsOnly(
            Map.entry(WORKING, Duration.ofHours(45)),
            Map.entry(EVENING, Duration.ofHours(30)),
            Map.entry(NIGHT, Duration.ofHours(45)),
            Map.entry(WEEKEND, Duration.ofHours(48)));
    assertThat(week.total()).isEqualTo(Duration.ofDays(7));
    assertThat(week.inWords())
        .isEqualTo("working 1 d 21 h, evening 1 d 6 h, night 1 d 21 h, weekend 2 d");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-24T09:00, 2025-03-31T09:00, 167, 47",
    "2025-10-20T09:00, 2025-10-27T09:00, 169, 49",
    "2025-03-30T00:00, 2025-03-31T00:00, 23, 23",
    "2025-10-26T00:00, 2025-10-27T00:00, 25, 25"
  })
  void theHourOfAChangedClockIsCounted(String from, String until, long hours, long weekend) {
    HoursByKind split = Hours.split(local(from, until), HOME);
    assertThat(split.total()).isEqualTo(Duration.ofHours(hours));
    assertThat(split.of(WEEKEND)).isEqualTo(Duration.ofHours(weekend));
  }

  @Test
  void aHolidayWinsOverEverything() {
    HoursByKind day = Hours.split(local("2025-01-06T00:00", "2025-01-07T00:00"), HOME);
    assertThat(day.lengths()).containsOnly(Map.entry(HOLIDAY, Duration.ofHours(24)));
    HoursByKind saturday = Hours.split(local("2025-11-01T00:00", "2025-11-02T00:00"), HOME);
    assertThat(saturday.of(HOLIDAY)).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void theSameHourIsNightForOneAndAfternoonForAnother() {
    Span span = local("2025-01-07T02:00", "2025-01-07T04:00");
    var tokyo = new HomeClock(ZoneId.of("Asia/Tokyo"), Set.of(), HourSettings.USUAL);
    assertThat(Hours.split(span, HOME).of(NIGHT)).isEqualTo(Duration.ofHours(2));
    assertThat(Hours.split(span, tokyo).of(WORKING)).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void aDayThatAZoneLeftOutHasNoHours() {
    var apia = new HomeClock(ZoneId.of("Pacific/Apia"), Set.of(), HourSettings.USUAL);
    var from = LocalDate.of(2011, 12, 29).atStartOfDay(apia.zone()).toInstant();
    var until = LocalDate.of(2012, 1, 1).atStartOfDay(apia.zone()).toInstant();
    assertThat(Hours.pieces(new Span(from, until), apia))
        .extracting(Hours.Piece::date)
        .doesNotContain(LocalDate.of(2011, 12, 30))
        .contains(LocalDate.of(2011, 12, 29), LocalDate.of(2011, 12, 31));
    assertThat(apia.workingHours(LocalDate.of(2011, 12, 30))).isEmpty();
  }

  @Test
  void otherSettingsMakeOtherHours() {
    var late =
        new HourSettings(
            new HourSettings.Window(LocalTime.of(7, 30), LocalTime.of(15, 30)),
            new HourSettings.Window(LocalTime.of(0, 30), LocalTime.of(5, 0)),
            Set.of(DayOfWeek.FRIDAY));
    var home = new HomeClock(MADRID, Set.of(), late);
    HoursByKind week = Hours.split(local("2025-01-13T00:00", "2025-01-20T00:00"), home);
    assertThat(week.of(WORKING)).isEqualTo(Duration.ofDays(2));
    assertThat(week.of(NIGHT)).isEqualTo(Duration.ofHours(27));
    assertThat(week.of(WEEKEND)).isEqualTo(Duration.ofHours(24));
  }

  /// Over every zone: nothing is lost, nothing counted twice, and each minute is of the kind that a
  /// wall clock there shows.
  @Test
  void hoursAddUpInEveryZone() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (String name : ZoneId.getAvailableZoneIds().stream().sorted().toList()) {
      var zone = ZoneId.of(name);
      Instant from = Instant.ofEpochSecond(1_104_537_600L + 60L * random.nextInt(15_000_000));
      Instant jump = jumpAfter(zone, from);
      Instant begin = random.nextBoolean() ? jump.minusSeconds(60L * random.nextInt(1440)) : from;
      Instant until = begin.plusSeconds(60L * (1 + random.nextInt(4 * 1440)));
      var span = new Span(begin, until);
      var holiday = begin.plusSeconds(86_400).atZone(zone).toLocalDate();
      var home = new HomeClock(zone, Set.of(holiday), HourSettings.USUAL);
      String what = "seed " + seed + ", " + name + ", " + span;

      HoursByKind split = Hours.split(span, home);
      assertThat(split.total()).as(what).isEqualTo(span.length());
      assertThat(split.lengths()).as(what).isEqualTo(byTheMinute(span, zone, holiday));
      assertPiecesFollowEachOther(Hours.pieces(span, home), span, what);
      Instant cut = begin.plusNanos(1 + random.nextLong(span.length().toNanos() - 1));
      assertThat(
              Hours.split(new Span(begin, cut), home).plus(Hours.split(new Span(cut, until), home)))
          .as(what)
          .isEqualTo(split);
    }
  }

  private static Instant jumpAfter(ZoneId zone, Instant from) {
    var jump = zone.getRules().nextTransition(from);
    return jump == null ? from : jump.getInstant();
  }

  private static void assertPiecesFollowEachOther(
      List<Hours.Piece> pieces, Span span, String what) {
    Instant at = span.from();
    for (Hours.Piece piece : pieces) {
      assertThat(piece.span().from()).as(what).isEqualTo(at);
      at = piece.span().until();
    }
    assertThat(at).as(what).isEqualTo(span.until());
  }

  /// Looks at the clock every minute. Offsets since 2005 are whole minutes.
  private static Map<HourKind, Duration> byTheMinute(Span span, ZoneId zone, LocalDate holiday) {
    Map<HourKind, Duration> lengths = new EnumMap<>(HourKind.class);
    for (Instant at = span.from(); at.isBefore(span.until()); at = at.plusSeconds(60)) {
      LocalDateTime local = LocalDateTime.ofInstant(at, zone);
      int hour = local.getHour();
      HourKind kind = hour >= 22 || hour < 7 ? NIGHT : hour >= 9 && hour < 18 ? WORKING : EVENING;
      if (local.getDayOfWeek().getValue() > 5) {
        kind = WEEKEND;
      }
      if (local.toLocalDate().equals(holiday)) {
        kind = HOLIDAY;
      }
      lengths.merge(kind, Duration.ofMinutes(1), Duration::plus);
    }
    return lengths;
  }

  private static Span local(String from, String until) {
    return new Span(
        LocalDateTime.parse(from).atZone(MADRID).toInstant(),
        LocalDateTime.parse(until).atZone(MADRID).toInstant());
  }
}
