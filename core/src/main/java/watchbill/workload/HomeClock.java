package watchbill.workload;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import watchbill.calendar.Holiday;
import watchbill.catalog.Person;
import watchbill.catalog.RegionId;
import watchbill.time.Span;

/// The clock and the calendar on somebody's wall.
///
/// @param holidays the public holidays of their region; the days beyond are not known to be any
public record HomeClock(ZoneId zone, Set<LocalDate> holidays, HourSettings settings) {
  public HomeClock {
    holidays = Set.copyOf(holidays);
  }

  /// Of a person who keeps the holidays of their region, and none when no region was named.
  public static HomeClock of(Person person, List<Holiday> holidays, HourSettings settings) {
    Optional<RegionId> region = person.region();
    Set<LocalDate> kept =
        holidays.stream()
            .filter(h -> region.filter(h.region()::equals).isPresent())
            .map(Holiday::date)
            .collect(Collectors.toUnmodifiableSet());
    return new HomeClock(person.zone(), kept, settings);
  }

  public LocalDate dateAt(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  public HourKind kindAt(Instant at) {
    return kindAt(at.atZone(zone).toLocalDateTime());
  }

  /// Whether people sleep at this time, whatever day it is.
  public boolean isNightAt(Instant at) {
    return settings.night().contains(at.atZone(zone).toLocalTime());
  }

  /// Whether people work on this day.
  public boolean isWorkingDay(LocalDate date) {
    return !holidays.contains(date) && !settings.weekend().contains(date.getDayOfWeek());
  }

  /// The working hours of a day, be it a working day or not. Empty where the clock leaps over them.
  public Optional<Span> workingHours(LocalDate date) {
    Instant from = ZonedDateTime.of(date, settings.working().from(), zone).toInstant();
    Instant until = ZonedDateTime.of(date, settings.working().until(), zone).toInstant();
    boolean skipped = !dateAt(from).equals(date);
    return skipped || !from.isBefore(until) ? Optional.empty() : Optional.of(new Span(from, until));
  }

  HourKind kindAt(LocalDateTime local) {
    if (holidays.contains(local.toLocalDate())) {
      return HourKind.HOLIDAY;
    }
    if (settings.weekend().contains(local.getDayOfWeek())) {
      return HourKind.WEEKEND;
    }
    if (settings.night().contains(local.toLocalTime())) {
      return HourKind.NIGHT;
    }
    return settings.working().contains(local.toLocalTime()) ? HourKind.WORKING : HourKind.EVENING;
  }
}
