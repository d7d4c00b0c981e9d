package watchbill.engine;

import static watchbill.audit.Deed.WATCHBILL;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.audit.AuditEntry;
import watchbill.calendar.AwayEntry;
import watchbill.calendar.Holiday;
import watchbill.calendar.HolidayStore;
import watchbill.calendar.Holidays;
import watchbill.calendar.KeptLeave;
import watchbill.calendar.Leave;
import watchbill.calendar.LeaveStore;
import watchbill.calendar.Leaves;
import watchbill.catalog.PersonId;
import watchbill.catalog.RegionId;
import watchbill.kernel.Refusal;
import watchbill.time.Span;

/// What happens to leave and public holidays within a turn.
final class Absences {
  static final Duration LENGTH_MAX = Duration.ofDays(366);
  static final Duration AHEAD_MAX = Duration.ofDays(731);
  static final int NOTE_MAX = 200;

  /// What one calendar may say. More is no calendar of leave, and would fill the store each hour.
  static final int ENTRIES_MAX = 5_000;

  /// Holidays are compared from so long ago to so far ahead. A calendar is read for less.
  private static final int DAYS_BACK = 400;

  private static final int DAYS_AHEAD = 800;
  private static final int SPELT_OUT = 5;
  private static final String FAILED = "calendar.failed";

  private final Turn turn;

  Absences(Turn turn) {
    this.turn = turn;
  }

  Reply decide(Command.OfLeave command) {
    return switch (command) {
      case Command.EnterLeave entered -> enter(entered);
      case Command.WithdrawLeave(var id, var by) -> withdraw(id, by);
      case Command.ReplaceLeave(var person, var said) -> replaceLeave(person, said);
      case Command.ReplaceHolidays(var region, var said) -> replaceHolidays(region, said);
      case Command.NoteCalendar(var calendar, var failure) -> note(calendar, failure);
    };
  }

  /// What is already over can't be entered, and what has begun counts from now on.
  Reply enter(Command.EnterLeave enter) {
    Optional<Refusal> no = objectionTo(enter);
    if (no.isPresent()) {
      return new Reply.Refused(no.get());
    }
    var span = new Span(later(enter.from(), turn.now()), enter.until());
    Optional<Leave> before =
        leaves().of(enter.person(), span.from()).stream()
            .filter(l -> l.span().overlaps(span))
            .findFirst();
    if (before.isPresent()) {
      return refused(
          "leave.overlaps",
          "from",
          words(span),
          "a span that does not overlap what is known: " + words(before.get().span()));
    }
    var leave = new Leave(turn.nextId(), enter.person(), span, enter.by(), enter.note());
    leaves().add(leave);
    tell(enter.by(), "leave.entered", leave, " is away " + words(span));
    return new Reply.Made(leave.id());
  }

  private Optional<Refusal> objectionTo(Command.EnterLeave enter) {
    Instant now = turn.now();
    if (turn.configuration().catalog().person(enter.person()).isEmpty()) {
      return no("person.unknown", "person", enter.person().handle(), "the handle of a person");
    }
    if (!enter.until().isAfter(enter.from())) {
      return no("leave.empty", "until", enter.until().toString(), "an instant after the start");
    }
    if (Duration.between(enter.from(), enter.until()).compareTo(LENGTH_MAX) > 0) {
      String length = Duration.between(enter.from(), enter.until()).toDays() + " d";
      return no("leave.too-long", "until", length, "at most " + LENGTH_MAX.toDays() + " d");
    }
    if (!enter.until().isAfter(now)) {
      return no("leave.over", "until", enter.until().toString(), "an instant after " + now);
    }
    if (enter.from().isAfter(now.plus(AHEAD_MAX))) {
      String latest = "an instant before " + now.plus(AHEAD_MAX);
      return no("leave.too-far", "from", enter.from().toString(), latest);
    }
    if (enter.note().length() > NOTE_MAX) {
      return no("leave.note", "note", enter.note(), "at most " + NOTE_MAX + " characters");
    }
    return Optional.empty();
  }

  /// What has begun ends now; what lies ahead is withdrawn; what is over stays.
  Reply withdraw(String id, String by) {
    Optional<KeptLeave> kept = leaves().find(id);
    if (kept.isEmpty()) {
      return refused("leave.unknown", "leave", id, "the id of a leave that is known");
    }
    Leave leave = kept.get().leave();
    if (kept.get().withdrawal().isPresent()) {
      return new Reply.Done();
    }
    if (leave.source().equals(Leaves.CALENDAR)) {
      return refused(
          "leave.from-calendar", "leave", id, "the calendar it was read from: remove it there");
    }
    if (!leave.span().until().isAfter(turn.now())) {
      return refused("leave.over", "leave", words(leave.span()), "a leave that is not over");
    }
    if (leave.span().from().isBefore(turn.now())) {
      leaves().end(id, turn.now());
      tell(by, "leave.ended", leave, " is back; was away until " + leave.span().until());
    } else {
      leaves().withdraw(id, by, turn.now());
      tell(by, "leave.withdrawn", leave, " is not away " + words(leave.span()));
    }
    return new Reply.Done();
  }

  /// A person's calendar was read. What it says takes the place of what it said before.
  Reply replaceLeave(PersonId person, List<AwayEntry> said) {
    if (turn.configuration().catalog().person(person).isEmpty() && !said.isEmpty()) {
      return refused("person.unknown", "person", person.handle(), "the handle of a person");
    }
    if (said.size() > ENTRIES_MAX) {
      return tooMany("entries", said.size());
    }
    List<Leave> known =
        leaves().of(person, turn.now()).stream()
            .filter(l -> l.source().equals(Leaves.CALENDAR))
            .toList();
    Leaves.Change change = Leaves.replace(known, said, turn.now());
    if (change.isNothing()) {
      return new Reply.Done();
    }
    change.withdrawn().forEach(l -> leaves().withdraw(l.id(), Leaves.CALENDAR, turn.now()));
    change.ended().forEach(e -> leaves().end(e.leave().id(), e.until()));
    change.added().forEach(a -> leaves().add(leave(person, a)));
    turn.tell(
        Leaves.CALENDAR,
        "leave.calendar-changed",
        person.handle(),
        "The calendar of " + turn.nameOf(person.handle()) + " changed when they are away",
        inWords(change));
    return new Reply.Done();
  }

  private Leave leave(PersonId person, AwayEntry absence) {
    return new Leave(turn.nextId(), person, absence.span(), Leaves.CALENDAR, absence.note());
  }

  /// A region's calendar was read.
  Reply replaceHolidays(RegionId region, List<Holiday> said) {
    if (said.size() > ENTRIES_MAX) {
      return tooMany("holidays", said.size());
    }
    LocalDate today = LocalDate.ofInstant(turn.now(), ZoneOffset.UTC);
    LocalDate from = today.minusDays(DAYS_BACK);
    LocalDate until = today.plusDays(DAYS_AHEAD);
    List<Holiday> known = holidays().of(List.of(region), from, until);
    List<Holiday> within =
        said.stream()
            .filter(h -> h.region().equals(region))
            .filter(h -> !h.date().isBefore(from) && h.date().isBefore(until))
            .toList();
    Holidays.Change change = Holidays.replace(known, within, turn.now());
    if (change.isNothing()) {
      return new Reply.Done();
    }
    change.removed().forEach(h -> holidays().remove(region, h.date()));
    change.put().forEach(holidays()::put);
    turn.tell(
        Leaves.CALENDAR,
        "holidays.changed",
        region.handle(),
        "The public holidays of " + region.handle() + " changed",
        inWords(change));
    return new Reply.Done();
  }

  /// Says once that a calendar can't be read, and once that it can again.
  Reply note(String calendar, Optional<String> failure) {
    List<AuditEntry> before = turn.stores().audit().about(calendar, Integer.MAX_VALUE);
    boolean failedBefore = !before.isEmpty() && before.getLast().deed().action().equals(FAILED);
    if (failure.isPresent() && !failedBefore) {
      turn.tell(
          WATCHBILL,
          FAILED,
          calendar,
          "The calendar can't be read; what was known of it still counts",
          failure.get());
    }
    if (failure.isEmpty() && failedBefore) {
      turn.tell(WATCHBILL, "calendar.read", calendar, "The calendar can be read again", "");
    }
    return new Reply.Done();
  }

  private void tell(String by, String action, Leave leave, String said) {
    String name = turn.nameOf(leave.person().handle());
    turn.tell(by, action, leave.person().handle(), name + said, leave.note());
  }

  private static String inWords(Leaves.Change change) {
    List<String> parts = new ArrayList<>();
    change.added().forEach(a -> parts.add("added " + words(a.span())));
    change.withdrawn().forEach(l -> parts.add("withdrawn " + words(l.span())));
    change
        .ended()
        .forEach(e -> parts.add("since " + e.leave().span().from() + " ends " + e.until()));
    return listed(parts);
  }

  private static String inWords(Holidays.Change change) {
    Stream<String> put = change.put().stream().map(h -> h.date() + " is " + h.name());
    Stream<String> removed = change.removed().stream().map(h -> h.date() + " is none any more");
    return listed(Stream.concat(put, removed).toList());
  }

  private static String listed(List<String> parts) {
    int more = parts.size() - SPELT_OUT;
    String first = String.join("; ", parts.subList(0, Math.min(SPELT_OUT, parts.size())));
    return more > 0 ? first + "; and " + more + " more" : first;
  }

  private static String words(Span span) {
    return span.from() + " to " + span.until();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Reply tooMany(String field, int seen) {
    return refused(
        "calendar.too-many", field, String.valueOf(seen), "at most " + ENTRIES_MAX + " of them");
  }

  private static Optional<Refusal> no(String code, String field, String seen, String allowed) {
    return Optional.of(new Refusal(code, field, seen, allowed));
  }

  private static Reply refused(String code, String field, String seen, String allowed) {
    return new Reply.Refused(new Refusal(code, field, seen, allowed));
  }

  private LeaveStore leaves() {
    return turn.stores().leaves();
  }

  private HolidayStore holidays() {
    return turn.stores().holidays();
  }
}
