package watchbill.engine;

import static watchbill.audit.Deed.WATCHBILL;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import watchbill.access.Session;
import watchbill.calendar.Holiday;
import watchbill.calendar.Leave;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.Team;
import watchbill.kernel.Refusal;
import watchbill.ledger.Account;
import watchbill.ledger.Approval;
import watchbill.ledger.Choice;
import watchbill.ledger.Earning;
import watchbill.ledger.LedgerEntry;
import watchbill.ledger.LedgerItem;
import watchbill.ledger.LedgerStore;
import watchbill.ledger.Ledgers;
import watchbill.ledger.Owed;
import watchbill.time.Span;

/// What happens to the duty ledger within a turn.
final class Bookkeeping {
  /// The source of leave that was entered because somebody was woken.
  static final String LEAVE_SOURCE = "ledger";

  /// What may have happened to one person around one month; more is a mistake of whoever asks.
  private static final int HAPPENED_MAX = 10_000;

  private static final String AN_OPEN_MONTH = "a month that is not approved yet";

  private final Turn turn;

  Bookkeeping(Turn turn) {
    this.turn = turn;
  }

  Reply run(Command.OfLedger command) {
    Optional<Person> known = turn.configuration().catalog().person(command.person());
    if (known.isEmpty()) {
      return refused("person.unknown", "person", command.person(), "the handle of a person");
    }
    Person person = known.get();
    return switch (command) {
      case Command.SettleLedger settle -> settle(settle, person);
      case Command.ChooseCompensation choose -> choose(choose, person);
      case Command.CorrectLedger correct -> correct(correct, person);
      case Command.ApproveLedger approve -> approve(approve, person);
    };
  }

  private Reply settle(Command.SettleLedger settle, Person person) {
    int happened = settle.happened().stints().size() + settle.happened().calls().size();
    if (happened > HAPPENED_MAX) {
      String allowed = "at most " + HAPPENED_MAX + " stints and calls";
      return refused("ledger.too-much", "happened", happened, allowed);
    }
    YearMonth month = settle.month();
    var account =
        new Account(
            person,
            month,
            turn.configuration().dutyRules(),
            holidays(settle.holidays(), person),
            store().choice(person.id(), month),
            around(person.id(), month),
            isApproved(person.id(), month));
    Ledgers.Settlement settlement =
        Ledgers.settle(account, settle.happened(), turn::nextId, turn.now());
    List<LedgerEntry> entries = settlement.entries();
    store().append(entries);
    if (!entries.isEmpty()) {
      tell(WATCHBILL, "ledger.settled", person, month, summed(entries), "it is what happened");
    }
    return new Reply.Settled(entries, leave(entries, 1), leave(entries, -1), settlement.notes());
  }

  private static Set<LocalDate> holidays(List<Holiday> holidays, Person person) {
    return holidays.stream()
        .filter(h -> person.region().filter(h.region()::equals).isPresent())
        .map(Holiday::date)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// With the months beside it, since a day off may lie in the next.
  private List<LedgerEntry> around(PersonId person, YearMonth month) {
    return store().of(person, month.minusMonths(1).atDay(1), month.plusMonths(2).atDay(1));
  }

  /// The days off among the entries that give them, or with a sign of -1 that take them back. What
  /// is taken back has the id under which it was entered.
  private static List<Leave> leave(List<LedgerEntry> entries, int sign) {
    return entries.stream()
        .<Leave>mapMulti((entry, found) -> {
          if (entry.earning().owed() instanceof Owed.TimeOff(var halfDays, var off)
              && Integer.signum(halfDays) == sign) {
            off.ifPresent(span -> found.accept(leave(entry, span)));
          }
        })
        .toList();
  }

  private static Leave leave(LedgerEntry entry, Span span) {
    String id = entry.reverses().orElse(entry.id());
    return new Leave(id, entry.person(), span, LEAVE_SOURCE, "for being woken at night");
  }

  private Reply choose(Command.ChooseCompensation choose, Person person) {
    if (!choose.by().equals(person.id().handle()) && !isAdministrator(choose.by())) {
      return refused("ledger.not-yours", "person", person.id(), "your own handle: each chooses");
    }
    if (isApproved(person.id(), choose.month())) {
      return refused("ledger.approved", "month", choose.month(), AN_OPEN_MONTH);
    }
    store()
        .choose(
            new Choice(
                person.id(), choose.month(), choose.compensation(), choose.by(), turn.now()));
    String said = "Chose " + choose.compensation().word() + " for being woken";
    tell(choose.by(), "ledger.chosen", person, choose.month(), said, "");
    return new Reply.Done();
  }

  private Reply correct(Command.CorrectLedger correct, Person person) {
    if (turn.configuration().catalog().team(correct.team()).isEmpty()) {
      return refused("team.unknown", "team", correct.team(), "the handle of a team");
    }
    if (correct.reason().isBlank()) {
      return refused("ledger.reason", "reason", "", "a reason in a sentence");
    }
    Optional<Reply> no = unlessLeads(correct.by(), person);
    if (no.isPresent()) {
      return no.get();
    }
    var earning =
        new Earning(correct.team(), correct.date(), new LedgerItem.Adjustment(), correct.owed());
    var entry =
        new LedgerEntry(
            turn.nextId(),
            person.id(),
            earning,
            Optional.empty(),
            correct.reason(),
            correct.by(),
            turn.now());
    store().append(List.of(entry));
    YearMonth month = YearMonth.from(correct.date());
    String said = "Entered " + correct.owed().inWords() + " by hand";
    tell(correct.by(), "ledger.corrected", person, month, said, correct.reason());
    return new Reply.Done();
  }

  private Reply approve(Command.ApproveLedger approve, Person person) {
    Optional<Reply> no = unlessLeads(approve.by(), person);
    if (no.isPresent()) {
      return no.get();
    }
    YearMonth month = approve.month();
    LocalDate today = turn.now().atZone(person.zone()).toLocalDate();
    if (!month.isBefore(YearMonth.from(today))) {
      return refused("ledger.too-early", "month", month, "a month that is over");
    }
    if (!isApproved(person.id(), month)) {
      store().approve(new Approval(person.id(), month, approve.by(), turn.now()));
      tell(approve.by(), "ledger.approved", person, month, "Approved " + month, "");
    }
    return new Reply.Done();
  }

  /// Money is looked at by four eyes: whoever leads a team of theirs, and never they themselves.
  private Optional<Reply> unlessLeads(String by, Person person) {
    if (isAdministrator(by)) {
      return Optional.empty();
    }
    if (by.equals(person.id().handle())) {
      return Optional.of(refused("ledger.own", "person", person.id(), "somebody else's handle"));
    }
    boolean leads =
        turn.configuration().catalog().teams().stream()
            .filter(t -> t.people().contains(person.id()))
            .map(Team::manager)
            .anyMatch(m -> m.filter(new PersonId(by)::equals).isPresent());
    return leads
        ? Optional.empty()
        : Optional.of(
            refused("ledger.not-manager", "person", person.id(), "somebody of a team you manage"));
  }

  private static boolean isAdministrator(String by) {
    return by.equals(Session.ADMINISTRATOR);
  }

  private boolean isApproved(PersonId person, YearMonth month) {
    return store().approval(person, month).isPresent();
  }

  private static String summed(List<LedgerEntry> entries) {
    long back = entries.stream().filter(e -> e.reverses().isPresent()).count();
    String entered = entries.size() - back + " entered";
    return "Ledger entries: " + entered + (back == 0 ? "" : ", " + back + " taken back");
  }

  private void tell(
      String by, String action, Person person, YearMonth month, String said, String because) {
    turn.tell(by, action, "ledger " + person.id() + " " + month, said, because);
  }

  private static Reply refused(String code, String field, Object seen, String allowed) {
    return new Reply.Refused(new Refusal(code, field, seen.toString(), allowed));
  }

  private LedgerStore store() {
    return turn.stores().ledger();
  }
}
