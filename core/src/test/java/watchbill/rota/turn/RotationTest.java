package watchbill.rota.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.crew.Crew.ANA;
import static watchbill.crew.Crew.BEN;
import static watchbill.crew.Crew.MADRID;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import watchbill.time.Span;

class RotationTest {
  private static final Duration MICRO = Duration.ofNanos(1_000);

  @ParameterizedTest
  @CsvSource({
    // Spring forward: the week of 24 March 2025 has 167 hours, that of 20 October 169.
    "12, 167",
    "13, 168",
    "42, 169",
    "43, 168",
  })
  void aWeekIsAsLongAsTheClockSays(long number, long hours) {
    Rotation weekly = rotation(LocalTime.of(9, 0));
    assertThat(weekly.turn(number, MADRID).length()).isEqualTo(Duration.ofHours(hours));
  }

  @ParameterizedTest
  @CsvSource({
    // A local time that does not exist is shifted on by the gap; one that occurs twice is the
    // first.
    "SUNDAY, 02:30, 2025-03-30, 2025-03-30T01:30:00Z",
    "SUNDAY, 02:30, 2025-10-26, 2025-10-26T00:30:00Z",
  })
  void aHandOffThatTheClockSkipsOrRepeats(
      DayOfWeek day, LocalTime time, LocalDate from, Instant expected) {
    var rotation = Rotation.weekly(1, day, time, from, List.of(Seat.of(ANA)));
    assertThat(rotation.handoff(0, MADRID)).isEqualTo(expected);
  }

  @Test
  void theFirstTurnBeginsAtTheFirstHandOffFromItsDateOn() {
    var seats = List.of(Seat.of(ANA));
    var rotation =
        Rotation.weekly(1, DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalDate.of(2025, 1, 1), seats);
    Instant first = Instant.parse("2025-01-06T08:00:00Z");
    assertThat(rotation.handoff(0, MADRID)).isEqualTo(first);
    assertThat(turnAt(rotation, first.minus(MICRO), MADRID)).isEmpty();
    assertThat(turnAt(rotation, first, MADRID)).contains(0L);
  }

  /// Against an oracle that walks the calendar day by day and knows nothing of week arithmetic.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Madrid",
        "America/Chicago",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "America/Havana",
        "Asia/Kathmandu",
        "Pacific/Apia",
        "America/St_Johns",
        "Pacific/Chatham",
        "UTC"
      })
  void everyInstantBelongsToExactlyOneTurn(String zoneId) {
    long seed = new Random().nextLong();
    System.out.println("RotationTest in " + zoneId + ": seed " + seed);
    var random = new Random(seed);
    for (int run = 0; run < 40; run++) {
      compareWithCalendar(ZoneId.of(zoneId), random, "seed " + seed + ", run " + run);
    }
  }

  private static void compareWithCalendar(ZoneId zone, Random random, String run) {
    Rotation rotation = any(random);
    List<Instant> handoffs = walk(rotation, zone);
    for (int n = 0; n < handoffs.size() - 1; n++) {
      var turn = new Span(handoffs.get(n), handoffs.get(n + 1));
      assertThat(rotation.turn(n, zone)).as(run).isEqualTo(turn);
      long inside = Math.floorMod(random.nextLong(), turn.length().toSeconds());
      assertThat(turnAt(rotation, turn.from(), zone)).as(run).contains((long) n);
      assertThat(turnAt(rotation, turn.until().minus(MICRO), zone)).as(run).contains((long) n);
      assertThat(turnAt(rotation, turn.from().plusSeconds(inside), zone))
          .as(run)
          .contains((long) n);
    }
    Instant before = handoffs.getFirst().minus(MICRO);
    assertThat(turnAt(rotation, before, zone)).as(run).isEmpty();
    assertThat(turnAt(rotation, before.minus(Duration.ofDays(400)), zone)).as(run).isEmpty();
  }

  private static Optional<Long> turnAt(Rotation rotation, Instant at, ZoneId zone) {
    return rotation.at(at, zone).turns().stream().map(Piece.Turn::number).findFirst();
  }

  private static Rotation any(Random random) {
    LocalDate from = LocalDate.of(2008 + random.nextInt(20), 1, 1).plusDays(random.nextInt(365));
    LocalTime time =
        random.nextBoolean()
            ? LocalTime.of(random.nextInt(4), 15 * random.nextInt(4))
            : LocalTime.of(random.nextInt(24), random.nextInt(60));
    DayOfWeek day = DayOfWeek.of(1 + random.nextInt(7));
    return Rotation.weekly(
        1 + random.nextInt(6), day, time, from, List.of(Seat.of(ANA), Seat.of(BEN)));
  }

  /// The hand-offs of three years.
  private static List<Instant> walk(Rotation rotation, ZoneId zone) {
    List<Instant> handoffs = new ArrayList<>();
    int matching = 0;
    for (int day = 0; day < 3 * 365; day++) {
      LocalDateTime local = rotation.anchor().plusDays(day);
      if (local.getDayOfWeek() == rotation.anchor().getDayOfWeek()) {
        if (matching % rotation.every().count() == 0) {
          handoffs.add(onTheClock(local, zone));
        }
        matching++;
      }
    }
    return handoffs;
  }

  /// The earliest instant at which a clock on that wall shows this time; where the hands jump over
  /// it, what they would have shown had they not.
  private static Instant onTheClock(LocalDateTime local, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (!offsets.isEmpty()) {
      return offsets.stream().map(local::toInstant).min(Instant::compareTo).orElseThrow();
    }
    return local.toInstant(zone.getRules().getTransition(local).getOffsetBefore());
  }

  private static Rotation rotation(LocalTime time) {
    return Rotation.weekly(
        1, DayOfWeek.MONDAY, time, LocalDate.of(2024, 12, 30), List.of(Seat.of(ANA)));
  }
}
