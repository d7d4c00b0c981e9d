package watchbill.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import watchbill.catalog.TeamId;
import watchbill.time.Span;
import watchbill.workload.CallOut;
import watchbill.workload.HomeClock;
import watchbill.workload.HourKind;
import watchbill.workload.Hours;

/// What being woken outside working hours earns: money for each call, or time off for each night.
final class CallPay {
  private static final int DAYS_AHEAD = 366;

  private final Account account;
  private final List<CallOut> calls;
  private final List<Span> taken;
  private final Instant now;
  private final Earned earned;

  private CallPay(Account account, Happened happened, Instant now, Earned earned) {
    this.account = account;
    this.calls =
        happened.calls().stream()
            .filter(c -> c.person().equals(account.person().id()) && !c.doneAt().isAfter(now))
            .filter(c -> account.around().contains(c.wokenAt()))
            .sorted(Comparator.comparing(CallOut::wokenAt).thenComparing(CallOut::page))
            .toList();
    this.taken = new ArrayList<>(happened.away());
    this.taken.addAll(account.daysOff());
    this.now = now;
    this.earned = earned;
  }

  /// Calls that overlap, as one: nobody spends the same minute twice.
  ///
  /// @param outside how much of it lay outside working hours
  private record Episode(TeamId team, List<String> pages, Span span, Duration outside) {}

  static void add(Account account, Happened happened, Instant now, Earned earned) {
    new CallPay(account, happened, now, earned).add();
  }

  private void add() {
    Map<LocalDate, List<Episode>> nights = new TreeMap<>();
    for (List<CallOut> together : together()) {
      LocalDate night = account.nightAt(together.getFirst().wokenAt());
      if (account.isInMonth(night)) {
        episode(together, night)
            .ifPresent(e -> nights.computeIfAbsent(night, _ -> new ArrayList<>()).add(e));
      }
    }
    nights.forEach(this::earn);
  }

  private List<List<CallOut>> together() {
    List<List<CallOut>> groups = new ArrayList<>();
    Instant end = Instant.MIN;
    for (CallOut call : calls) {
      boolean sameStart =
          !groups.isEmpty() && groups.getLast().getLast().wokenAt().equals(call.wokenAt());
      if (!sameStart && !call.wokenAt().isBefore(end)) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(call);
      end = end.isAfter(call.doneAt()) ? end : call.doneAt();
    }
    return groups;
  }

  /// Nothing when nobody was kept from anything but work, or there are no rules.
  private Optional<Episode> episode(List<CallOut> together, LocalDate night) {
    CallOut first = together.getFirst();
    Optional<DutyRules> rules = account.rules(first.team(), night);
    if (rules.isEmpty()) {
      earned.note(Ledgers.noRules(first.team(), account));
      return Optional.empty();
    }
    HomeClock home = account.home(rules.get().hours());
    Instant end =
        together.stream().map(CallOut::doneAt).max(Comparator.naturalOrder()).orElseThrow();
    Instant until = end.isAfter(account.around().until()) ? account.around().until() : end;
    Duration outside = outside(first.wokenAt(), until, home);
    if (outside.isZero() && home.kindAt(first.wokenAt()) == HourKind.WORKING) {
      return Optional.empty();
    }
    List<String> pages = together.stream().map(CallOut::page).distinct().toList();
    // A call that was over at once still has an instant.
    Instant after = until.isAfter(first.wokenAt()) ? until : first.wokenAt().plusNanos(1);
    return Optional.of(new Episode(first.team(), pages, new Span(first.wokenAt(), after), outside));
  }

  private static Duration outside(Instant from, Instant until, HomeClock home) {
    if (!from.isBefore(until)) {
      return Duration.ZERO;
    }
    return Hours.pieces(new Span(from, until), home).stream()
        .filter(p -> p.kind() != HourKind.WORKING)
        .map(p -> p.span().length())
        .reduce(Duration.ZERO, Duration::plus);
  }

  private void earn(LocalDate night, List<Episode> episodes) {
    DutyRules rules = account.rules(episodes.getFirst().team(), night).orElseThrow();
    Optional<LedgerEntry> before = timeOffBefore(night);
    boolean begun = before.flatMap(CallPay::off).filter(s -> s.from().isBefore(now)).isPresent();
    Compensation chosen = account.choice().map(Choice::compensation).orElse(rules.choice());
    // A day off that has begun can't be turned into money any more.
    if (chosen == Compensation.TIME || begun) {
      timeOff(night, episodes, rules, before);
    } else {
      episodes.forEach(e -> money(night, e));
    }
  }

  private void money(LocalDate night, Episode episode) {
    DutyRules rules = account.rules(episode.team(), night).orElseThrow();
    DutyRules.CallRate rate = rules.called();
    Money pay = rate.pay(episode.outside());
    if (pay.isZero()) {
      return;
    }
    var item = called(List.of(episode));
    earned.add(
        new Earning(episode.team(), night, item, new Owed.Pay(pay)),
        "%s: %s, and %s for each of %d quarters of an hour begun, at least %s, by %s"
            .formatted(
                item.inWords(),
                rate.each().inWords(),
                rate.quarter().inWords(),
                DutyRules.CallRate.quarters(episode.outside()),
                rate.minimum().inWords(),
                rules.handle()));
  }

  private void timeOff(
      LocalDate night, List<Episode> episodes, DutyRules rules, Optional<LedgerEntry> before) {
    LedgerItem.Called item = called(episodes);
    int halfDays = rules.timeOff().halfDays(item.length());
    HomeClock home = account.home(rules.hours());
    // Whoever was given a day keeps it, whatever is settled later.
    Optional<Span> off =
        before
            .flatMap(CallPay::off)
            .map(given -> account.dateAt(given.from()))
            .flatMap(date -> off(date, halfDays, home))
            .or(() -> nextFree(night, halfDays, home));
    off.ifPresent(taken::add);
    if (off.isEmpty()) {
      earned.note("no working day is free within a year after the night of " + night);
    }
    var owed = new Owed.TimeOff(halfDays, off);
    earned.add(
        new Earning(episodes.getFirst().team(), night, item, owed),
        "%s, %s by %s".formatted(item.inWords(), owed.inWords(), rules.handle()));
  }

  /// The first working day after the night that is neither leave nor over.
  private Optional<Span> nextFree(LocalDate night, int halfDays, HomeClock home) {
    return Stream.iterate(night.plusDays(1), date -> date.plusDays(1))
        .limit(DAYS_AHEAD)
        .dropWhile(date -> date.isBefore(account.dateAt(now)))
        .filter(home::isWorkingDay)
        .flatMap(date -> off(date, halfDays, home).stream())
        .filter(off -> !off.from().isBefore(now))
        .filter(off -> taken.stream().noneMatch(off::overlaps))
        .findFirst();
  }

  /// The working hours of a day, or the first half of them.
  private static Optional<Span> off(LocalDate date, int halfDays, HomeClock home) {
    return home.workingHours(date)
        .map(work ->
            halfDays == 1
                ? new Span(work.from(), work.from().plus(work.length().dividedBy(2)))
                : work);
  }

  private Optional<LedgerEntry> timeOffBefore(LocalDate night) {
    return account.standing().stream()
        .filter(e -> e.earning().date().equals(night) && off(e).isPresent())
        .findFirst();
  }

  private static Optional<Span> off(LedgerEntry entry) {
    return entry.earning().owed() instanceof Owed.TimeOff(_, var off) ? off : Optional.empty();
  }

  private static LedgerItem.Called called(List<Episode> episodes) {
    return new LedgerItem.Called(
        episodes.stream().flatMap(e -> e.pages().stream()).distinct().toList(),
        episodes.getFirst().span().from(),
        episodes.stream().map(Episode::outside).reduce(Duration.ZERO, Duration::plus));
  }
}
