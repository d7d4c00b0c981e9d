package watchbill.rota.turn;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Objects;
import watchbill.time.Span;
import watchbill.time.WallClock;

/// Turns without a pause: each lasts until the next begins.
///
/// @param every the length of a turn
/// @param anchor where the first turn begins; later hand-offs keep its time of day
/// @param seats whose turn it is, in order
public record Rotation(Every every, LocalDateTime anchor, List<Seat> seats) implements Turns {
  public Rotation {
    seats = List.copyOf(seats);
    if (seats.isEmpty()) {
      throw new IllegalArgumentException("a rotation has seats");
    }
  }

  /// Turns of whole weeks, from the first such weekday on or after a date.
  public static Rotation weekly(
      int weeks, DayOfWeek day, LocalTime time, LocalDate from, List<Seat> seats) {
    LocalDate first = from.with(TemporalAdjusters.nextOrSame(day));
    return new Rotation(new Every(weeks, Every.Unit.WEEK), first.atTime(time), seats);
  }

  @Override
  public Piece at(Instant at, ZoneId zone) {
    // The clock on the wall says nearly whose turn it is; where it is put back or forward, or a
    // month ends early, the estimate is put right by comparing instants.
    long number = Math.max(0, every.between(anchor, LocalDateTime.ofInstant(at, zone)));
    Instant begins = handoff(number, zone);
    while (at.isBefore(begins) && number > 0) {
      number--;
      begins = handoff(number, zone);
    }
    if (at.isBefore(begins)) {
      return Piece.vacant(Vacancy.NOT_BEGUN, begins);
    }
    Instant ends = handoff(number + 1, zone);
    while (!at.isBefore(ends)) {
      number++;
      ends = handoff(number + 1, zone);
    }
    return Piece.held(List.of(new Piece.Turn(number, seat(number))), ends);
  }

  /// The instant where turn `number` begins. Where several hand-offs fall into one skipped stretch
  /// of local time they come in order, and those that would be late begin with their successor: a
  /// turn may have no length, and never a negative one.
  public Instant handoff(long number, ZoneId zone) {
    LocalDateTime local = every.after(anchor, number);
    Instant instant = WallClock.first(local, zone);
    return WallClock.skips(local, zone) ? inGap(number, local, instant, zone) : instant;
  }

  private Instant inGap(long number, LocalDateTime local, Instant instant, ZoneId zone) {
    ZoneOffsetTransition gap = Objects.requireNonNull(zone.getRules().getTransition(local));
    long next = number;
    LocalDateTime after = gap.getDateTimeBefore();
    while (after.isBefore(gap.getDateTimeAfter())) {
      next++;
      after = every.after(anchor, next);
    }
    Instant successor = WallClock.first(after, zone);
    return successor.isBefore(instant) ? successor : instant;
  }

  public Span turn(long number, ZoneId zone) {
    return new Span(handoff(number, zone), handoff(number + 1, zone));
  }

  Seat seat(long number) {
    return seats.get((int) Math.floorMod(number, (long) seats.size()));
  }
}
