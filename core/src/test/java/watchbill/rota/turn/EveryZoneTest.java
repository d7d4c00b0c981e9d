package watchbill.rota.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchbill.catalog.PersonId;
import watchbill.crew.Crew;

/// Hand-offs in every zone the JDK knows, and the unusual ones by name.
class EveryZoneTest {
  private static final Instant FROM = Instant.parse("2016-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-01-01T00:00:00Z");
  private static final Seat ANA = Seat.of(Crew.ANA);
  private static final Seat BEN = Seat.of(Crew.BEN);

  /// Ten years of each, walked from one answer to the next.
  @Test
  void noGapAndNoOverlapBetweenTurnsInAnyZone() {
    long seed = new Random().nextLong();
    System.out.println("EveryZoneTest: seed " + seed);
    var random = new Random(seed);
    for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
      ZoneId zone = ZoneId.of(id);
      Rotation rotation = startingBefore(FROM, zone, random);
      String run = "seed " + seed + ", " + id + ", " + rotation;
      Piece piece = rotation.at(FROM, zone);
      while (piece.until().isBefore(UNTIL)) {
        long number = piece.turns().getFirst().number();
        assertThat(rotation.handoff(number + 1, zone)).as(run).isEqualTo(piece.until());
        Piece last = rotation.at(piece.until().minusNanos(1), zone);
        assertThat(last).as(run).isEqualTo(piece);
        Piece next = rotation.at(piece.until(), zone);
        long following = next.turns().getFirst().number();
        assertThat(rotation.handoff(following, zone)).as(run).isEqualTo(piece.until());
        piece = next;
      }
    }
  }

  /// What a layer says, against the calendar walked day by day, where clocks are changed.
  @Test
  void everyLayerSaysWhatTheCalendarSaysInAnyZone() {
    long seed = new Random().nextLong();
    System.out.println("EveryZoneTest: seed " + seed);
    var random = new Random(seed);
    for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
      ZoneId zone = ZoneId.of(id);
      Instant change = aClockChange(zone, random);
      LocalDate from = LocalDate.ofInstant(change, ZoneOffset.UTC).minusDays(50);
      var any = new AnyTurns(random, from);
      Turns turns = any.turns();
      List<Window> hours = any.hours();
      var walk = new CalendarWalk(turns, hours, zone, from.plusDays(120));
      String run = "seed " + seed + ", " + id + ", " + turns + " in " + hours;
      for (Instant at : instants(walk, change, random)) {
        assertThat(people(turns, hours, at, zone)).as(run + " at " + at).isEqualTo(walk.at(at));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    // Half an hour is skipped: 02:15 is shown as 02:45.
    "Australia/Lord_Howe, 2025-10-04T02:15, 2025-10-03T15:45:00Z, 2025-10-04T15:45:00Z",
    // Friday 30 December 2011 was skipped whole: its turn has no length.
    "Pacific/Apia, 2011-12-29T09:00, 2011-12-29T19:00:00Z, 2011-12-30T19:00:00Z",
    // The clock is put back for Ramadan and forward after it.
    "Africa/Casablanca, 2025-02-22T02:30, 2025-02-22T01:30:00Z, 2025-02-23T01:30:00Z",
    "Africa/Casablanca, 2025-04-05T02:30, 2025-04-05T02:30:00Z, 2025-04-06T02:30:00Z",
    "Asia/Kathmandu, 2025-03-09T00:00, 2025-03-08T18:15:00Z, 2025-03-09T18:15:00Z",
    // Midnight is skipped: Sunday begins at 01:00.
    "America/Havana, 2025-03-08T00:00, 2025-03-08T05:00:00Z, 2025-03-09T05:00:00Z",
  })
  void unusualZones(ZoneId zone, LocalDateTime anchor, Instant first, Instant second) {
    var daily = new Rotation(new Every(1, Every.Unit.DAY), anchor, List.of(ANA, BEN));
    assertThat(daily.handoff(0, zone)).isEqualTo(first);
    assertThat(daily.handoff(1, zone)).isEqualTo(second);
    assertThat(daily.at(second.minusNanos(1), zone).until()).isEqualTo(second);
  }

  @Test
  void theDayThatApiaSkippedIsNobodysTurn() {
    ZoneId apia = ZoneId.of("Pacific/Apia");
    var daily =
        new Rotation(
            new Every(1, Every.Unit.DAY),
            LocalDateTime.parse("2011-12-29T09:00"),
            List.of(ANA, BEN));
    assertThat(daily.handoff(1, apia)).isEqualTo(daily.handoff(2, apia));
    assertThat(daily.at(daily.handoff(1, apia), apia).turns().getFirst().seat()).isEqualTo(ANA);
  }

  @Test
  void hourlyTurnsComeInOrderThroughASkippedDay() {
    ZoneId apia = ZoneId.of("Pacific/Apia");
    var hourly =
        new Rotation(
            new Every(1, Every.Unit.HOUR),
            LocalDateTime.parse("2011-12-29T00:00"),
            List.of(ANA, BEN));
    for (long number = 0; number < 72; number++) {
      assertThat(hourly.handoff(number + 1, apia)).isAfterOrEqualTo(hourly.handoff(number, apia));
    }
    assertThat(Duration.between(hourly.handoff(24, apia), hourly.handoff(48, apia))).isZero();
  }

  private static Rotation startingBefore(Instant instant, ZoneId zone, Random random) {
    LocalDate date = LocalDate.ofInstant(instant, zone).minusDays(2 + random.nextInt(40));
    var any = new AnyTurns(random, date);
    Every.Unit unit = List.of(Every.Unit.values()).get(random.nextInt(4));
    int count = unit == Every.Unit.HOUR ? 5 + random.nextInt(60) : 1 + random.nextInt(3);
    return new Rotation(new Every(count, unit), date.atTime(any.time()), List.of(ANA, BEN));
  }

  /// One within the ten years, else any instant in them.
  private static Instant aClockChange(ZoneId zone, Random random) {
    Instant at = FROM.plusSeconds(random.nextInt(9 * 365 * 86_400 / 2) * 2L);
    ZoneOffsetTransition next = zone.getRules().nextTransition(at);
    return next == null || next.getInstant().isAfter(UNTIL) ? at : next.getInstant();
  }

  private static List<Instant> instants(CalendarWalk walk, Instant change, Random random) {
    List<Instant> instants = new ArrayList<>();
    for (Instant edge : walk.edges()) {
      boolean near = Duration.between(edge, change).abs().compareTo(Duration.ofDays(4)) < 0;
      if (near) {
        instants.addAll(List.of(edge.minusNanos(1), edge));
      }
    }
    for (int i = 0; i < 40; i++) {
      instants.add(change.plusSeconds(random.nextInt(80 * 86_400) - 40 * 86_400));
      instants.add(change.plusSeconds(random.nextInt(8 * 3_600) - 4 * 3_600));
    }
    return instants;
  }

  private static Set<PersonId> people(Turns turns, List<Window> hours, Instant at, ZoneId zone) {
    boolean open = hours.isEmpty() || Window.opening(hours, at, zone).open();
    Set<PersonId> people = new TreeSet<>(Comparator.comparing(PersonId::handle));
    if (open) {
      turns.at(at, zone).turns().forEach(turn -> people.addAll(turn.seat().people()));
    }
    return people;
  }
}
