package watchbill.engine;

import static watchbill.audit.Deed.WATCHBILL;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchbill.calendar.Holiday;
import watchbill.calendar.KeptLeave;
import watchbill.calendar.Leave;
import watchbill.calendar.LeaveStore;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.kernel.Refusal;
import watchbill.ledger.Happened;
import watchbill.ledger.LedgerEntry;
import watchbill.notification.Message;
import watchbill.notification.Notice;
import watchbill.notification.NoticeId;
import watchbill.time.Span;
import watchbill.time.TimeWords;

/// Settles months from what really happened, and enters the days off that follow as leave.
final class Reckoning {
  /// More people take more than one turn, so that no page waits for pay.
  static final int PEOPLE_MAX = 50;

  /// A call belongs to its night and a day to its zone: what lies so far around may be of the
  /// month.
  private static final int DAYS_AROUND = 4;

  private static final int DAYS_OFF_AHEAD = 400;

  private final Turn turn;

  Reckoning(Turn turn) {
    this.turn = turn;
  }

  Reply settle(Command.SettleMonth settle) {
    List<Person> people = new ArrayList<>();
    for (PersonId id : settle.people()) {
      Optional<Person> person = turn.configuration().catalog().person(id);
      if (person.isEmpty()) {
        return refused("person.unknown", "people", id.handle(), "handles of people");
      }
      people.add(person.get());
    }
    if (people.size() > PEOPLE_MAX) {
      String seen = String.valueOf(people.size());
      return refused("ledger.too-many-people", "people", seen, "at most " + PEOPLE_MAX + " people");
    }
    YearMonth month = settle.month();
    if (!start(month).isBefore(turn.now())) {
      return refused("ledger.too-early", "month", month.toString(), "a month that has begun");
    }
    return settle(people, month);
  }

  private Reply settle(List<Person> people, YearMonth month) {
    Instant end = end(month).isBefore(turn.now()) ? end(month) : turn.now();
    Optional<Happenings> happenings =
        Happenings.read(
            turn.configuration(), turn.stores(), new Span(start(month), end), turn.now());
    if (happenings.isEmpty()) {
      String allowed = "at most " + Happenings.PAGES_MAX + " pages";
      return refused("ledger.too-much", "month", month.toString(), allowed);
    }
    List<Holiday> holidays = holidays(month);
    List<LedgerEntry> entries = new ArrayList<>();
    List<Leave> entered = new ArrayList<>();
    List<Leave> withdrawn = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Person person : people) {
      Happened happened = happened(happenings.get(), person.id(), start(month));
      var one = new Command.SettleLedger(person.id(), month, happened, holidays);
      switch (new Bookkeeping(turn).run(one)) {
        case Reply.Settled settled -> {
          keep(person, settled);
          entries.addAll(settled.entries());
          entered.addAll(settled.entered());
          withdrawn.addAll(settled.withdrawn());
          settled.notes().forEach(note -> notes.add(person.id() + ": " + note));
        }
        case Reply other -> {
          return other;
        }
      }
    }
    return new Reply.Settled(entries, entered, withdrawn, notes);
  }

  private Happened happened(Happenings all, PersonId person, Instant since) {
    return new Happened(
        all.stints().stream().filter(s -> s.person().equals(person)).toList(),
        all.calls().stream().filter(c -> c.person().equals(person)).toList(),
        leaves().of(person, since).stream().map(Leave::span).toList());
  }

  private List<Holiday> holidays(YearMonth month) {
    LocalDate from = month.atDay(1).minusDays(DAYS_AROUND);
    return turn.stores().holidays().between(from, month.atEndOfMonth().plusDays(DAYS_OFF_AHEAD));
  }

  private void keep(Person person, Reply.Settled settled) {
    for (Leave wrong : settled.withdrawn()) {
      Optional<Span> given = takeBack(person, wrong);
      // Where another day off takes its place, that is what one wants to be told.
      if (settled.entered().isEmpty()) {
        given.ifPresent(span ->
            notify(person, wrong, span, "You are not off " + inWords(span, person) + " after all"));
      }
    }
    settled.entered().forEach(leave -> enter(person, leave));
  }

  /// What is over already can't be entered, and what has begun counts from now on.
  private void enter(Person person, Leave leave) {
    if (!leave.span().until().isAfter(turn.now())) {
      return;
    }
    Span ahead = new Span(later(leave.span().from(), turn.now()), leave.span().until());
    leaves().add(new Leave(leave.id(), leave.person(), ahead, leave.source(), leave.note()));
    String when = inWords(ahead, person);
    tell("leave.entered", person, " is off " + when, leave.note());
    notify(person, leave, ahead, "You are off " + when);
  }

  /// As any leave: what has begun ends now, and what is over stays. Says when it would have been.
  private Optional<Span> takeBack(Person person, Leave wrong) {
    Optional<Leave> standing =
        leaves()
            .find(wrong.id())
            .filter(kept -> kept.withdrawal().isEmpty())
            .map(KeptLeave::leave)
            .filter(leave -> leave.span().until().isAfter(turn.now()));
    if (standing.isEmpty()) {
      return Optional.empty();
    }
    Span span = standing.get().span();
    if (span.from().isBefore(turn.now())) {
      leaves().end(wrong.id(), turn.now());
    } else {
      leaves().withdraw(wrong.id(), Bookkeeping.LEAVE_SOURCE, turn.now());
    }
    String said = " is not off " + inWords(span, person);
    tell("leave.withdrawn", person, said, "it turned out otherwise");
    return Optional.of(span);
  }

  private void notify(Person person, Leave leave, Span span, String headline) {
    var notice =
        new Notice(
            new NoticeId(turn.nextId()),
            person.id(),
            Notice.Kind.DUTY_CHANGED,
            "day-off/" + leave.id() + "/" + headline,
            headline,
            List.of(
                new Message.Fact("Why", leave.note()),
                Message.Fact.ifYouDoNothing(
                    "nothing: whoever stands behind you has your duty meanwhile")),
            Optional.empty(),
            turn.now(),
            Optional.of(span.until()));
    new Noticing(turn).give(notice);
  }

  private void tell(String action, Person person, String said, String because) {
    turn.tell(WATCHBILL, action, person.id().handle(), person.name() + said, because);
  }

  private static String inWords(Span span, Person person) {
    return TimeWords.dayAndTime(span.from(), person.zone())
        + " to "
        + TimeWords.dayAndTime(span.until(), person.zone());
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).minusDays(DAYS_AROUND).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static Instant end(YearMonth month) {
    return month.atEndOfMonth().plusDays(DAYS_AROUND).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Reply refused(String code, String field, String seen, String allowed) {
    return new Reply.Refused(new Refusal(code, field, seen, allowed));
  }

  private LeaveStore leaves() {
    return turn.stores().leaves();
  }
}
