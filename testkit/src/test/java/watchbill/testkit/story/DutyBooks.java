package watchbill.testkit.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import watchbill.catalog.Catalog;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.engine.Engine;
import watchbill.engine.Reply;
import watchbill.engine.Transactions;
import watchbill.ledger.Compensation;
import watchbill.ledger.Happened;
import watchbill.ledger.LedgerEntry;
import watchbill.ledger.Money;
import watchbill.ledger.Owed;
import watchbill.rota.Role;
import watchbill.testkit.Cast;
import watchbill.testkit.HandClock;
import watchbill.testkit.HouseRules;
import watchbill.testkit.SequentialIds;
import watchbill.testkit.memory.MemoryTransactions;
import watchbill.time.Span;
import watchbill.workload.CallOut;
import watchbill.workload.Stint;

/// The ledger of team payments under the production engine, and what is said to have happened.
/// Times are Madrid's.
final class DutyBooks {
  private final HandClock clock = new HandClock(Cast.NIGHT);
  private final Transactions transactions = new MemoryTransactions();
  private final Engine engine =
      new Engine(transactions, DutyBooks::configuration, new SequentialIds());
  private final List<Stint> stints = new ArrayList<>();
  private final List<CallOut> calls = new ArrayList<>();

  DutyBooks itIs(String local) {
    clock.set(at(local));
    return this;
  }

  DutyBooks onDuty(PersonId person, Role role, String from, String until) {
    stints.add(new Stint(person, Cast.PAYMENTS, Cast.ROTA, role, new Span(at(from), at(until))));
    return this;
  }

  DutyBooks woken(PersonId person, String page, String from, String until) {
    calls.add(new CallOut(person, Cast.PAYMENTS, page, at(from), at(until)));
    return this;
  }

  DutyBooks neverHappened(String page) {
    calls.removeIf(c -> c.page().equals(page));
    return this;
  }

  Reply.Settled settle(PersonId person, String month) {
    var happened = new Happened(stints, calls, List.of());
    Reply reply =
        run(new Command.SettleLedger(person, YearMonth.parse(month), happened, List.of()));
    if (reply instanceof Reply.Settled settled) {
      return settled;
    }
    throw new AssertionError("not settled: " + reply);
  }

  DutyBooks chooses(PersonId person, String month, Compensation choice) {
    done(new Command.ChooseCompensation(person, YearMonth.parse(month), choice, person.handle()));
    return this;
  }

  DutyBooks approves(PersonId by, PersonId person, String month) {
    done(new Command.ApproveLedger(person, YearMonth.parse(month), by.handle()));
    return this;
  }

  DutyBooks corrects(PersonId by, PersonId person, String day, long cents, String reason) {
    done(
        new Command.CorrectLedger(
            person,
            Cast.PAYMENTS,
            LocalDate.parse(day),
            new Owed.Pay(eur(cents)),
            reason,
            by.handle()));
    return this;
  }

  /// The code of the refusal that a command meets.
  String refused(Command command) {
    if (run(command) instanceof Reply.Refused(var refusal)) {
      return refusal.code();
    }
    throw new AssertionError("not refused: " + command);
  }

  /// All that is owed to somebody for a year in words, money summed.
  String owed(PersonId person, int year) {
    List<LedgerEntry> entries = entries(person, year);
    long cents = 0;
    int halfDays = 0;
    for (LedgerEntry entry : entries) {
      switch (entry.earning().owed()) {
        case Owed.Pay(var amount) -> cents += amount.minor();
        case Owed.TimeOff(var half, _) -> halfDays += half;
      }
    }
    return eur(cents).inWords() + ", " + halfDays + " half days";
  }

  List<LedgerEntry> entries(PersonId person, int year) {
    return transactions.read(
        s -> s.ledger().of(person, LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)));
  }

  List<String> told() {
    return transactions.read(s ->
        s.audit().after(0, Integer.MAX_VALUE).stream()
            .map(e -> e.deed().actor() + " " + e.deed().action() + ": " + e.deed().said())
            .toList());
  }

  private void done(Command command) {
    Reply reply = run(command);
    if (!(reply instanceof Reply.Done)) {
      throw new AssertionError("not done: " + reply);
    }
  }

  private Reply run(Command command) {
    return engine.run(command, clock.now());
  }

  private static Configuration configuration() {
    var catalog = new Catalog(Cast.everybody(), List.of(Cast.payments()), List.of(), List.of());
    return new Configuration(catalog, List.of(), List.of(), HouseRules.of(Compensation.MONEY));
  }

  private static Money eur(long cents) {
    return new Money(cents, Currency.getInstance("EUR"));
  }

  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(Cast.MADRID).toInstant();
  }
}
