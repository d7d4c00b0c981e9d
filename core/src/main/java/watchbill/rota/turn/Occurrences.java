package watchbill.rota.turn;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import watchbill.time.WallClock;

/// Separate shifts with time between them, or lying over each other.
///
/// @param every how often one starts; by day where `days` names days of the week: those among every
///   so many days; by week: those days of every so many weeks, which start on Monday; by month:
///   those days of every so many months
/// @param days of the week; none means the anchor's, or every day
/// @param anchor when the first starts, or the first of the listed days after it, at its time of
///   day
/// @param length of a shift on the wall clock: eight hours from 22:00 end at 06:00, however long
///   that takes
/// @param hold how many shifts a seat keeps: counted in shifts where they come by hour or day, in
///   weeks or months in which there is one where they come by week, or by month on listed days
/// @param seats whose turn it is, in order
public record Occurrences(
    Every every,
    Set<DayOfWeek> days,
    LocalDateTime anchor,
    Duration length,
    int hold,
    List<Seat> seats)
    implements Turns {
  /// More than any zone ever put its clock back or forward.
  private static final Duration CLOCK_CHANGE = Duration.ofHours(26);

  public Occurrences {
    days = Collections.unmodifiableSet(new TreeSet<>(days)); // Prints in one order everywhere.
    seats = List.copyOf(seats);
    if (seats.isEmpty() || hold < 1 || !length.isPositive()) {
      throw new IllegalArgumentException("shifts have a length, a hold and seats");
    }
  }

  @Override
  public Piece at(Instant at, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    LocalDateTime sure = local.plus(CLOCK_CHANGE);
    Starts starts = Starts.of(every, days, anchor);
    Starts.Start start = starts.firstFrom(local.minus(length).minus(CLOCK_CHANGE));
    List<Piece.Turn> turns = new ArrayList<>();
    Instant until = Piece.NEVER;
    boolean begun = false;
    boolean after = false;
    // Where the clock skips a stretch, shifts may begin out of the order of their local times.
    while (!after) {
      after = start.local().isAfter(sure);
      Instant from = WallClock.first(start.local(), zone);
      if (at.isBefore(from)) {
        until = from.isBefore(until) ? from : until;
      } else {
        begun = true;
        Instant end = WallClock.first(start.local().plus(length), zone);
        if (at.isBefore(end)) {
          until = end.isBefore(until) ? end : until;
          turns.add(turn(start));
        }
      }
      start = after ? start : starts.firstFrom(start.local().plusNanos(1));
    }
    if (turns.isEmpty()) {
      boolean before = !begun && local.isBefore(anchor);
      return Piece.vacant(before ? Vacancy.NOT_BEGUN : Vacancy.BETWEEN, until);
    }
    return Piece.held(turns, until);
  }

  private Piece.Turn turn(Starts.Start start) {
    long number = start.number() / hold;
    return new Piece.Turn(number, seats.get((int) (number % seats.size())));
  }
}
