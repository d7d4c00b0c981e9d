package watchbill.rota.turn;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import watchbill.time.Span;
import watchbill.time.WallClock;

/// A stretch of the day, on some days. A layer restricted to windows counts only inside one.
///
/// @param start the first minute that belongs to it
/// @param end the first that does not; not after `start` means the next day, so `00:00` to `00:00`
///   is the whole day. The days are those it starts on.
public record Window(Days days, LocalTime start, LocalTime end) {
  /// Where no window opens within this many days, it is asked again then.
  private static final int LOOK_AHEAD_DAYS = 40;

  private static final long MINUTES_OF_DAY = 1_440;
  private static final long CLOCK_CHANGE_MINUTES = 25 * 60L;

  /// On which days a window starts.
  public sealed interface Days {
    record All() implements Days {}

    record OfWeek(Set<DayOfWeek> days) implements Days {
      public OfWeek {
        days = inOrder(days);
      }
    }

    /// Days of the month, 1 to 31; counted from its end where negative, -1 is the last.
    record OfMonth(Set<Integer> days) implements Days {
      public OfMonth {
        days = inOrder(days);
      }
    }

    record On(LocalDate date) implements Days {}

    /// In an order that is the same in every process: a snapshot's id is made of it.
    private static <T> Set<T> inOrder(Set<T> days) {
      return Collections.unmodifiableSet(new TreeSet<>(days));
    }

    default boolean include(LocalDate day) {
      return switch (this) {
        case All _ -> true;
        case OfWeek(var days) -> days.contains(day.getDayOfWeek());
        case OfMonth(var days) ->
            days.contains(day.getDayOfMonth())
                || days.contains(day.getDayOfMonth() - day.lengthOfMonth() - 1);
        case On(var date) -> day.equals(date);
      };
    }
  }

  /// The stretch that starts on this day. A local time that comes twice starts the first time and
  /// ends the last: where the clock is put back, neighbours overlap and leave no gap.
  public Optional<Span> on(LocalDate day, ZoneId zone) {
    if (!days.include(day)) {
      return Optional.empty();
    }
    Instant from = WallClock.first(day.atTime(start), zone);
    Instant until = WallClock.last(endOn(day), zone);
    return from.isBefore(until) ? Optional.of(new Span(from, until)) : Optional.empty();
  }

  /// Whether any of the windows is open.
  ///
  /// @param until the next instant at which that may change
  public record Opening(boolean open, Instant until) {}

  public static Opening opening(List<Window> windows, Instant at, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    LocalDate today = local.toLocalDate();
    long minute = minutes(today.toEpochDay(), local.toLocalTime());
    boolean open = false;
    Instant until = Piece.NEVER;
    // Two days back: a window may run into the next day, and a zone may skip one.
    for (int offset = -2; offset <= 1; offset++) {
      LocalDate day = today.plusDays(offset);
      for (Window window : windows) {
        if (window.surelyOver(day, minute)) {
          continue;
        }
        Span span = window.on(day, zone).orElse(null);
        if (span != null && span.contains(at)) {
          open = true;
          until = earlier(until, span.until());
        } else if (span != null && at.isBefore(span.from())) {
          until = earlier(until, span.from());
        }
      }
    }
    return open || !until.equals(Piece.NEVER)
        ? new Opening(open, until)
        : new Opening(false, nextOpening(windows, today.plusDays(2), zone));
  }

  /// Whether it ended longer ago than any clock was ever put back; spares a look at the zone.
  private boolean surelyOver(LocalDate day, long minute) {
    long endDay = day.toEpochDay() + (end.isAfter(start) ? 0 : 1);
    return minutes(endDay, end) + CLOCK_CHANGE_MINUTES < minute;
  }

  private static long minutes(long day, LocalTime time) {
    return day * MINUTES_OF_DAY + time.getHour() * 60L + time.getMinute();
  }

  private LocalDateTime endOn(LocalDate day) {
    return (end.isAfter(start) ? day : day.plusDays(1)).atTime(end);
  }

  private static Instant nextOpening(List<Window> windows, LocalDate from, ZoneId zone) {
    for (int ahead = 0; ahead < LOOK_AHEAD_DAYS; ahead++) {
      LocalDate day = from.plusDays(ahead);
      Optional<Instant> opens =
          windows.stream()
              .flatMap(w -> w.on(day, zone).stream())
              .map(Span::from)
              .min(Instant::compareTo);
      if (opens.isPresent()) {
        return opens.get();
      }
    }
    return WallClock.first(from.plusDays(LOOK_AHEAD_DAYS).atStartOfDay(), zone);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
