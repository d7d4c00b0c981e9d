package watchbill.route;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import watchbill.catalog.RegionId;
import watchbill.rota.turn.Window;
import watchbill.time.Span;

/// When people may be told what can wait.
///
/// @param of whose they are: the handle of a team or of a service
/// @param windows at least one
/// @param region whose public holidays are kept; empty when none are
/// @param respondersOwn whether they count by the zone and region of whoever would be woken
public record Hours(
    String of,
    List<Window> windows,
    ZoneId zone,
    Optional<RegionId> region,
    boolean respondersOwn) {
  /// Hours that have not opened for so long are no hours.
  private static final int LOOK_AHEAD_DAYS = 60;

  public Hours {
    windows = List.copyOf(windows);
    if (windows.isEmpty()) {
      throw new IllegalArgumentException("hours have windows: " + of);
    }
  }

  /// The same windows by another clock and calendar.
  public Hours at(ZoneId other, Optional<RegionId> otherRegion) {
    return new Hours(of, windows, other, otherRegion, respondersOwn);
  }

  /// The first instant from `at` on that is within them: `at` itself when they are open. Empty when
  /// they never open.
  ///
  /// @param holiday whether a date is a holiday of the region; a window that starts on one is shut
  public Optional<Instant> firstFrom(Instant at, Predicate<LocalDate> holiday) {
    LocalDate today = LocalDate.ofInstant(at, zone);
    Optional<Instant> first = Optional.empty();
    // Two days back: a window may run into the next day, and a zone may skip one.
    for (int offset = -2; offset <= LOOK_AHEAD_DAYS; offset++) {
      LocalDate day = today.plusDays(offset);
      if (first.isPresent() && offset > 1) {
        return first;
      }
      for (Window window : holiday.test(day) ? List.<Window>of() : windows) {
        first = earlier(first, window.on(day, zone), at);
      }
    }
    return first;
  }

  public boolean isOpen(Instant at, Predicate<LocalDate> holiday) {
    return firstFrom(at, holiday).filter(at::equals).isPresent();
  }

  private static Optional<Instant> earlier(
      Optional<Instant> first, Optional<Span> opening, Instant at) {
    if (opening.isEmpty() || !at.isBefore(opening.get().until())) {
      return first;
    }
    Instant opens = opening.get().contains(at) ? at : opening.get().from();
    return first.filter(f -> f.isBefore(opens)).or(() -> Optional.of(opens));
  }
}
