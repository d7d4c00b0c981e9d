package watchbill.adapter.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.engine.Stores;
import watchbill.ledger.Approval;
import watchbill.ledger.Choice;
import watchbill.ledger.LedgerEntry;
import watchbill.ledger.LedgerItem;
import watchbill.ledger.Money;
import watchbill.ledger.Owed;
import watchbill.time.Span;

/// A part of the ledger as the API gives it.
///
/// @param totals by person, over the entries shown
/// @param months how each person's months stand, of which there are entries
record LedgerJson(List<Entry> entries, List<Total> totals, List<Month> months) {
  /// One line.
  ///
  /// @param item `stand-by`, `called` or `adjustment`
  /// @param seconds how long they stood by or were kept
  /// @param amount with a dot, as `-4.50`; absent when it is owed in time
  /// @param halfDays likewise, of time off
  record Entry(
      String id,
      String person,
      String team,
      LocalDate date,
      String item,
      Optional<String> rota,
      Optional<String> role,
      Optional<String> kind,
      List<String> pages,
      Optional<Instant> wokenAt,
      Optional<Long> seconds,
      Optional<String> amount,
      Optional<String> currency,
      Optional<Integer> halfDays,
      Optional<Instant> offFrom,
      Optional<Instant> offUntil,
      Optional<String> reverses,
      String because,
      String by,
      Instant at) {}

  record Total(String person, List<String> pay, int halfDays) {}

  record Month(
      String person,
      YearMonth month,
      Optional<String> choice,
      Optional<String> approvedBy,
      Optional<Instant> approvedAt) {}

  static LedgerJson of(List<LedgerEntry> found, Stores stores) {
    return new LedgerJson(
        found.stream().map(LedgerJson::entry).toList(), totals(found), months(found, stores));
  }

  private static Entry entry(LedgerEntry e) {
    LedgerItem item = e.earning().item();
    Optional<LedgerItem.StandBy> duty =
        item instanceof LedgerItem.StandBy s ? Optional.of(s) : Optional.empty();
    Optional<LedgerItem.Called> called =
        item instanceof LedgerItem.Called c ? Optional.of(c) : Optional.empty();
    Optional<Money> pay =
        e.earning().owed() instanceof Owed.Pay(var amount) ? Optional.of(amount) : Optional.empty();
    Optional<Owed.TimeOff> time =
        e.earning().owed() instanceof Owed.TimeOff t ? Optional.of(t) : Optional.empty();
    return new Entry(
        e.id(),
        e.person().handle(),
        e.earning().team().handle(),
        e.earning().date(),
        item.word(),
        duty.map(s -> s.rota().handle()),
        duty.map(s -> s.role().word()),
        duty.map(s -> s.kind().word()),
        called.map(LedgerItem.Called::pages).orElse(List.of()),
        called.map(LedgerItem.Called::wokenAt),
        duty.map(s -> s.length().toSeconds()).or(() -> called.map(c -> c.length().toSeconds())),
        pay.map(Money::amount),
        pay.map(p -> p.currency().getCurrencyCode()),
        time.map(Owed.TimeOff::halfDays),
        time.flatMap(Owed.TimeOff::off).map(Span::from),
        time.flatMap(Owed.TimeOff::off).map(Span::until),
        e.reverses(),
        e.because(),
        e.by(),
        e.at());
  }

  private static List<Total> totals(List<LedgerEntry> found) {
    Map<PersonId, Map<String, Money>> pay = new LinkedHashMap<>();
    Map<PersonId, Integer> time = new LinkedHashMap<>();
    for (LedgerEntry e : found) {
      Map<String, Money> theirs = pay.computeIfAbsent(e.person(), _ -> new LinkedHashMap<>());
      switch (e.earning().owed()) {
        case Owed.Pay(var amount) ->
            theirs.merge(amount.currency().getCurrencyCode(), amount, Money::plus);
        case Owed.TimeOff(var halfDays, _) -> time.merge(e.person(), halfDays, Integer::sum);
      }
    }
    List<Total> totals = new ArrayList<>();
    pay.forEach((person, sums) ->
        totals.add(
            new Total(
                person.handle(),
                sums.values().stream().map(Money::inWords).toList(),
                time.getOrDefault(person, 0))));
    totals.sort(Comparator.comparing(Total::person));
    return totals;
  }

  private static List<Month> months(List<LedgerEntry> found, Stores stores) {
    record Of(PersonId person, YearMonth month) {}
    return found.stream()
        .map(e -> new Of(e.person(), YearMonth.from(e.earning().date())))
        .distinct()
        .sorted(Comparator.<Of, String>comparing(o -> o.person().handle()).thenComparing(Of::month))
        .map(o -> {
          Optional<Approval> approval = stores.ledger().approval(o.person(), o.month());
          Optional<Choice> choice = stores.ledger().choice(o.person(), o.month());
          return new Month(
              o.person().handle(),
              o.month(),
              choice.map(c -> c.compensation().word()),
              approval.map(Approval::by),
              approval.map(Approval::at));
        })
        .toList();
  }
}
