package watchbill.ledger;

import static watchbill.crew.Crew.ANA;
import static watchbill.crew.Crew.MADRID;
import static watchbill.crew.Crew.PAYMENTS;
import static watchbill.crew.Crew.ROTA;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchbill.catalog.Person;
import watchbill.catalog.RegionId;
import watchbill.rota.Role;
import watchbill.time.Span;
import watchbill.workload.CallOut;
import watchbill.workload.HourKind;
import watchbill.workload.HourSettings;
import watchbill.workload.LoadLimits;
import watchbill.workload.Stint;

/// The ledger of Ana, and what happened to her. The rates are those of the guide.
final class Books {
  static final Currency EUR = Currency.getInstance("EUR");
  static final RegionId MADRID_REGION = new RegionId("es-madrid");
  static final YearMonth JANUARY = YearMonth.of(2025, 1);
  static final Instant FEBRUARY_5 = at("2025-02-05T12:00");

  private final List<LedgerEntry> entries = new ArrayList<>();
  private final List<Stint> stints = new ArrayList<>();
  private final List<CallOut> calls = new ArrayList<>();
  private final List<Span> away = new ArrayList<>();
  private final Set<LocalDate> holidays = Set.of(LocalDate.of(2025, 1, 6));
  private RuleBook rules = new RuleBook(List.of(rules("payments", LocalDate.of(2025, 1, 1))));
  private Optional<Choice> choice = Optional.empty();
  private boolean approved;
  private int lastId;

  static DutyRules rules(String handle, LocalDate from) {
    return new DutyRules(
        handle,
        Optional.of(PAYMENTS),
        Optional.empty(),
        from,
        EUR,
        Map.of(
            HourKind.EVENING, eur(3_00),
            HourKind.NIGHT, eur(4_50),
            HourKind.WEEKEND, eur(4_50),
            HourKind.HOLIDAY, eur(6_00)),
        Map.of(Role.PRIMARY, 100, Role.LIEUTENANT, 50),
        new DutyRules.CallRate(eur(10_00), eur(7_50), eur(20_00)),
        new DutyRules.TimeOff(Duration.ofHours(2)),
        Compensation.MONEY,
        HourSettings.USUAL,
        50,
        LoadLimits.USUAL);
  }

  static Money eur(long cents) {
    return new Money(cents, EUR);
  }

  Books rules(DutyRules... all) {
    rules = new RuleBook(List.of(all));
    return this;
  }

  Books chooses(Compensation compensation) {
    choice = Optional.of(new Choice(ANA, JANUARY, compensation, "ana", FEBRUARY_5));
    return this;
  }

  Books approved() {
    approved = true;
    return this;
  }

  Books duty(Role role, String from, String until) {
    stints.add(new Stint(ANA, PAYMENTS, ROTA, role, span(from, until)));
    return this;
  }

  Books woken(String page, String from, String until) {
    calls.add(new CallOut(ANA, PAYMENTS, page, at(from), at(until)));
    return this;
  }

  Books away(String from, String until) {
    away.add(span(from, until));
    return this;
  }

  /// What was said to have happened turns out not to have.
  Books forget() {
    stints.clear();
    calls.clear();
    return this;
  }

  List<LedgerEntry> settle() {
    return settle(JANUARY, FEBRUARY_5).entries();
  }

  /// Settles, and keeps what comes of it.
  Ledgers.Settlement settle(YearMonth month, Instant now) {
    Ledgers.Settlement settlement = tryOut(month, now);
    entries.addAll(settlement.entries());
    return settlement;
  }

  Ledgers.Settlement tryOut(YearMonth month, Instant now) {
    var person = new Person(ANA, "Ana", MADRID, Map.of(), Map.of(), Optional.of(MADRID_REGION));
    var account = new Account(person, month, rules, holidays, choice, entries, approved);
    return Ledgers.settle(account, new Happened(stints, calls, away), () -> "e" + ++lastId, now);
  }

  /// All the money there is in the ledger, in cents.
  long cents() {
    return entries.stream()
        .mapToLong(e -> e.earning().owed() instanceof Owed.Pay(var pay) ? pay.minor() : 0)
        .sum();
  }

  /// Each entry as `2025-01-07 7.50 EUR`, a day off with its day.
  static List<String> told(List<LedgerEntry> entries) {
    return entries.stream()
        .map(e -> e.earning().date() + " " + e.earning().owed().inWords() + day(e))
        .toList();
  }

  private static String day(LedgerEntry entry) {
    return entry.earning().owed() instanceof Owed.TimeOff(_, var off)
        ? off.map(s ->
                " on "
                    + LocalDateTime.ofInstant(s.from(), MADRID)
                    + " to "
                    + LocalDateTime.ofInstant(s.until(), MADRID))
            .orElse(" on no day")
        : "";
  }

  static Span span(String from, String until) {
    return new Span(at(from), at(until));
  }

  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(MADRID).toInstant();
  }
}
