package watchbill.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import watchbill.calendar.Holiday;
import watchbill.catalog.Catalog;
import watchbill.catalog.Person;
import watchbill.time.Span;

/// Finds who is on duty on a public holiday of their own region, which is a day on their own wall.
public final class HolidayDuties {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

  private final Catalog catalog;
  private final List<Holiday> holidays;

  /// By key: two duties on one day are one finding.
  private final Map<String, Finding> findings = new LinkedHashMap<>();

  private HolidayDuties(Catalog catalog, List<Holiday> holidays) {
    this.catalog = catalog;
    this.holidays = List.copyOf(holidays);
  }

  /// One finding for each person, rota, role and day.
  ///
  /// @param holidays of whatever regions; each person keeps those of their own
  public static List<Finding> among(Catalog catalog, List<Holiday> holidays, List<Duty> duties) {
    var search = new HolidayDuties(catalog, holidays);
    duties.forEach(search::look);
    return List.copyOf(search.findings.values());
  }

  private void look(Duty duty) {
    Optional<Person> person = catalog.person(duty.person());
    for (Holiday holiday : holidays) {
      if (person.flatMap(Person::region).filter(holiday.region()::equals).isPresent()) {
        day(holiday.date(), person.orElseThrow().zone())
            .filter(day -> day.overlaps(duty.span()))
            .ifPresent(day -> found(duty, holiday, common(day, duty.span())));
      }
    }
  }

  private void found(Duty duty, Holiday holiday, Span span) {
    String key =
        "holiday/" + duty.rota() + "/" + duty.role() + "/" + duty.person() + "/" + holiday.date();
    String said =
        new Words(catalog).name(duty.person())
            + " is on duty on "
            + DAY.format(holiday.date())
            + ", a public holiday: "
            + holiday.name()
            + " ("
            + holiday.region()
            + ")";
    findings.putIfAbsent(
        key,
        new Finding(
            Finding.Kind.HOLIDAY,
            key,
            duty.rota(),
            duty.role(),
            span,
            List.of(duty.person()),
            said));
  }

  /// Empty where the clock leaps over the whole day.
  private static Optional<Span> day(LocalDate date, ZoneId zone) {
    Instant from = date.atStartOfDay(zone).toInstant();
    Instant until = date.plusDays(1).atStartOfDay(zone).toInstant();
    return from.isBefore(until) ? Optional.of(new Span(from, until)) : Optional.empty();
  }

  private static Span common(Span day, Span duty) {
    Instant from = duty.from().isAfter(day.from()) ? duty.from() : day.from();
    Instant until = duty.until().isBefore(day.until()) ? duty.until() : day.until();
    return new Span(from, until);
  }
}
