package watchbill.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import watchbill.catalog.Person;
import watchbill.catalog.TeamId;
import watchbill.time.Span;
import watchbill.workload.HomeClock;
import watchbill.workload.HourSettings;

/// One person's month, as far as it is known before it is settled.
///
/// @param holidays of their region, around the month
/// @param choice theirs for this month; empty when they made none
/// @param entries what was entered for them for this month and the one before
/// @param approved whether the month is closed
public record Account(
    Person person,
    YearMonth month,
    RuleBook rules,
    Set<LocalDate> holidays,
    Optional<Choice> choice,
    List<LedgerEntry> entries,
    boolean approved) {
  /// Noon, where one night's calls end and the next one's begin.
  private static final int NOON = 12;

  public Account {
    holidays = Set.copyOf(holidays);
    entries = List.copyOf(entries);
  }

  Optional<DutyRules> rules(TeamId team, LocalDate date) {
    return rules.inForce(team, person.region(), date);
  }

  HomeClock home(HourSettings settings) {
    return new HomeClock(person.zone(), holidays, settings);
  }

  boolean isInMonth(LocalDate date) {
    return YearMonth.from(date).equals(month);
  }

  LocalDate dateAt(Instant at) {
    return at.atZone(person.zone()).toLocalDate();
  }

  /// The day on which the night of this instant began; by the wall clock, so that a night with a
  /// changed clock is still one night.
  LocalDate nightAt(Instant at) {
    return LocalDateTime.ofInstant(at, person.zone()).minusHours(NOON).toLocalDate();
  }

  /// The month with a few days on either side, which are sorted out by their dates.
  Span around() {
    Instant from = month.atDay(1).minusDays(2).atStartOfDay(person.zone()).toInstant();
    Instant until = month.atEndOfMonth().plusDays(3).atStartOfDay(person.zone()).toInstant();
    return new Span(from, until);
  }

  /// What the program entered for this month and has not taken back.
  List<LedgerEntry> standing() {
    return allStanding().stream().filter(e -> isInMonth(e.earning().date())).toList();
  }

  /// When they are off by what was entered, be it in this month or the one before.
  List<Span> daysOff() {
    return allStanding().stream()
        .flatMap(e ->
            e.earning().owed() instanceof Owed.TimeOff(_, var off)
                ? off.stream()
                : Stream.<Span>empty())
        .toList();
  }

  private List<LedgerEntry> allStanding() {
    Set<String> reversed = new HashSet<>();
    entries.forEach(e -> e.reverses().ifPresent(reversed::add));
    return entries.stream()
        .filter(e -> e.reverses().isEmpty() && !reversed.contains(e.id()))
        .filter(e -> !(e.earning().item() instanceof LedgerItem.Adjustment))
        .toList();
  }
}
