package watchbill.rota;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.time.Span;

/// People who take turns of whole weeks, handing over at a local wall-clock time.
///
/// @param everyWeeks length of a turn, 1 to 52
/// @param day and `time`: when duty is handed over
/// @param from the first turn begins at the first hand-off on or after this date
/// @param seats whose turn it is, in order; an empty seat keeps its turn and is a gap
public record Rotation(
    int everyWeeks, DayOfWeek day, LocalTime time, LocalDate from, List<Optional<PersonId>> seats) {
  public Rotation {
    if (everyWeeks < 1 || seats.isEmpty()) {
      throw new IllegalArgumentException("a rotation has turns of a week or more, and seats");
    }
    seats = List.copyOf(seats);
  }

  /// The number of the turn that holds `at`, from 0; empty before the first.
  public Optional<Long> turnAt(Instant at, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    // An estimate by local time can be off by one where the clock is put back or forward, and is
    // then put right by comparing instants.
    long estimate = Math.floorDiv(ChronoUnit.WEEKS.between(origin(), local), (long) everyWeeks);
    long turn = estimate + 1;
    while (turn > estimate - 2 && at.isBefore(handoff(turn, zone))) {
      turn--;
    }
    return turn < 0 ? Optional.empty() : Optional.of(turn);
  }

  /// The instant where turn `number` begins. A local time that does not exist is shifted forward by
  /// the gap, one that exists twice is taken the first time (RFC 5545 §3.3.5).
  public Instant handoff(long number, ZoneId zone) {
    return origin()
        .plusWeeks(Math.multiplyExact(number, (long) everyWeeks))
        .atZone(zone)
        .toInstant();
  }

  public Span turn(long number, ZoneId zone) {
    return new Span(handoff(number, zone), handoff(number + 1, zone));
  }

  /// Whose turn it is; empty when the seat is.
  public Optional<PersonId> seat(long number) {
    return seats.get(Math.toIntExact(Math.floorMod(number, (long) seats.size())));
  }

  private LocalDateTime origin() {
    return from.with(TemporalAdjusters.nextOrSame(day)).atTime(time);
  }
}
