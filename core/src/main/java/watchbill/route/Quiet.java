package watchbill.route;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import watchbill.time.WallClock;

/// When nobody is told, however urgent it is: within the ones, and outside the others where there
/// are any.
///
/// @param name of what says so, for people
/// @param mute within these nobody is told
/// @param active outside of all of these nobody is told; none means always
public record Quiet(String name, List<TimeInterval> mute, List<TimeInterval> active) {
  /// A quiet that lasts longer than this is no pause: then somebody is told.
  private static final int LONGEST_DAYS = 400;

  public Quiet {
    mute = List.copyOf(mute);
    active = List.copyOf(active);
  }

  public boolean isAt(Instant at) {
    boolean isActive = active.isEmpty() || active.stream().anyMatch(i -> i.contains(at));
    return !isActive || mute.stream().anyMatch(i -> i.contains(at));
  }

  /// The first instant after `at` at which somebody may be told; empty when they may at `at`.
  public Optional<Instant> until(Instant at) {
    return isAt(at)
        ? Stream.concat(mute.stream(), active.stream())
            .flatMap(interval -> changes(interval, at))
            .filter(at::isBefore)
            .sorted()
            .filter(change -> !isAt(change))
            .findFirst()
        : Optional.empty();
  }

  /// Where an interval may begin or end.
  private static Stream<Instant> changes(TimeInterval interval, Instant from) {
    LocalDate today = LocalDate.ofInstant(from, interval.zone());
    return IntStream.rangeClosed(-1, LONGEST_DAYS)
        .mapToObj(today::plusDays)
        .flatMap(day -> interval.changes().map(time -> day.atTime(time)))
        .flatMap(local -> WallClock.turns(local, interval.zone()));
  }
}
