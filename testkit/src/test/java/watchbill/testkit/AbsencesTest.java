package watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.ANA;
import static watchbill.testkit.Cast.BEN;
import static watchbill.testkit.Cast.NIGHT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchbill.audit.AuditEntry;
import watchbill.calendar.AwayEntry;
import watchbill.calendar.Holiday;
import watchbill.calendar.Leave;
import watchbill.catalog.PersonId;
import watchbill.catalog.RegionId;
import watchbill.engine.Command;
import watchbill.engine.Engine;
import watchbill.engine.Reply;
import watchbill.engine.Transactions;
import watchbill.testkit.memory.MemoryTransactions;
import watchbill.time.Span;

/// Who is away, as people and calendars say it, and what stays when they change their mind.
class AbsencesTest {
  private static final RegionId MADRID = new RegionId("es-madrid");
  private static final LocalDate TODAY = LocalDate.of(2025, 1, 6);

  private final Transactions transactions = new MemoryTransactions();
  private final Declared declared = new Declared();
  private final Engine engine =
      new Engine(transactions, declared::configuration, new SequentialIds());
  private Instant now = NIGHT;

  @BeforeEach
  void nothingIsKnown() {
    assertThat(known()).isEmpty();
  }

  // By hand.

  @Test
  void anaIsAwayForAWeek() {
    String id = made(enter(ANA, days(1, 8)));
    assertThat(known()).containsExactly(new Leave(id, ANA, days(1, 8), "ana", "Cádiz"));
    assertThat(told()).containsExactly("leave.entered");
  }

  @Test
  void whatHasBegunCountsFromNowOn() {
    made(enter(ANA, days(-1, 2)));
    assertThat(known()).extracting(Leave::span).containsExactly(days(0, 2));
  }

  @Test
  void isRefusedWithAReason() {
    var nobody = new PersonId("nobody");
    var at = NIGHT;
    assertRefused("person.unknown", enter(nobody, days(1, 2)));
    assertRefused("leave.empty", new Command.EnterLeave(ANA, at, at, "", "ana"));
    assertRefused("leave.empty", new Command.EnterLeave(ANA, at, at.minusSeconds(1), "", "ana"));
    assertRefused("leave.too-long", enter(ANA, new Span(day(1), day(367).plusNanos(1_000))));
    assertRefused("leave.over", enter(ANA, days(-2, 0)));
    assertRefused("leave.too-far", enter(ANA, days(732, 733)));
    assertRefused("leave.note", new Command.EnterLeave(ANA, days(1, 2), "x".repeat(201), "ana"));
    assertThat(known()).isEmpty();
    assertThat(told()).isEmpty();
    made(enter(ANA, days(1, 367)));
  }

  @Test
  void nobodyIsAwayTwice() {
    made(enter(ANA, days(5, 8)));
    assertRefused("leave.overlaps", enter(ANA, days(7, 9)));
    assertRefused("leave.overlaps", enter(ANA, days(1, 20)));
    made(enter(ANA, days(8, 9)));
    made(enter(ANA, days(4, 5)));
    made(enter(BEN, days(5, 8)));
  }

  @Test
  void leaveAheadIsWithdrawnAndNotForgotten() {
    String id = made(enter(ANA, days(1, 8)));
    assertThat(run(new Command.WithdrawLeave(id, "ana"))).isEqualTo(new Reply.Done());
    assertThat(run(new Command.WithdrawLeave(id, "ana"))).isEqualTo(new Reply.Done());
    assertThat(known()).isEmpty();
    assertThat(transactions.<Boolean>read(s -> s.leaves().find(id).isPresent())).isTrue();
    assertThat(told()).containsExactly("leave.entered", "leave.withdrawn");
  }

  @Test
  void leaveThatHasBegunEndsNowAndWhatWasStays() {
    String id = made(enter(ANA, days(1, 8)));
    now = day(3);
    run(new Command.WithdrawLeave(id, "ana"));
    assertThat(known()).extracting(Leave::span).containsExactly(days(1, 3));
    now = day(4);
    assertRefused("leave.over", new Command.WithdrawLeave(id, "ana"));
    assertRefused("leave.unknown", new Command.WithdrawLeave("nothing", "ana"));
  }

  // From a calendar.

  @Test
  void readingTheSameCalendarAgainChangesNothing() {
    calendar(away(-3, -1), away(-1, 1), away(2, 4), away(2, 4));
    List<Leave> first = known();
    assertThat(first).extracting(Leave::span).containsExactly(days(0, 1), days(2, 4));
    assertThat(first).extracting(Leave::source).containsOnly("calendar");
    now = NIGHT.plus(Duration.ofHours(1));
    calendar(away(-3, -1), away(-1, 1), away(2, 4));
    assertThat(known()).isEqualTo(first);
    assertThat(told()).containsExactly("leave.calendar-changed");
  }

  @Test
  void whatIsOverStaysWhateverTheCalendarSays() {
    calendar(away(0, 2), away(3, 5));
    now = day(6);
    calendar();
    assertThat(known()).extracting(Leave::span).containsExactly(days(0, 2), days(3, 5));
    assertThat(told()).containsExactly("leave.calendar-changed");
  }

  @Test
  void whatHasBegunIsCutAndNeverErased() {
    calendar(away(1, 8), away(10, 12));
    now = day(3);
    calendar();
    assertThat(known()).extracting(Leave::span).containsExactly(days(1, 3));
  }

  @Test
  void whatHasBegunKeepsItsStartAndMayEndAtAnotherTime() {
    calendar(away(1, 8));
    String id = known().getFirst().id();
    now = day(3);
    calendar(away(2, 6));
    assertThat(known()).extracting(Leave::span).containsExactly(days(1, 6));
    assertThat(known().getFirst().id()).isEqualTo(id);
    calendar(away(1, 9));
    assertThat(known()).extracting(Leave::span).containsExactly(days(1, 9));
  }

  @Test
  void whatIsMovedAheadIsCutHereAndBeginsThere() {
    calendar(away(1, 8));
    now = day(3);
    calendar(away(10, 17));
    assertThat(known()).extracting(Leave::span).containsExactly(days(1, 3), days(10, 17));
  }

  @Test
  void whatLiesAheadIsFreeToChange() {
    calendar(away(1, 2), away(5, 6));
    calendar(away(5, 7));
    assertThat(known()).extracting(Leave::span).containsExactly(days(5, 7));
  }

  @Test
  void aCalendarLeavesWhatSomebodyEnteredAlone() {
    made(enter(ANA, days(1, 3)));
    calendar(away(2, 4));
    calendar();
    assertThat(known()).extracting(Leave::source).containsExactly("ana");
  }

  @Test
  void leaveFromACalendarIsWithdrawnThere() {
    calendar(away(2, 4));
    var id = known().getFirst().id();
    assertRefused("leave.from-calendar", new Command.WithdrawLeave(id, "ana"));
  }

  @Test
  void aCalendarOfTooManyEntriesIsRefused() {
    AwayEntry[] many = new AwayEntry[5_001];
    for (int i = 0; i < many.length; i++) {
      many[i] = new AwayEntry(new Span(day(1), day(2).plusSeconds(i)), "");
    }
    assertRefused("calendar.too-many", new Command.ReplaceLeave(ANA, List.of(many)));
  }

  // Holidays.

  @Test
  void holidaysOfDaysThatHaveBegunStay() {
    holidays(holiday(-5, "New Year"), holiday(0, "Kings"), holiday(30, "Carnival"));
    holidays(holiday(-7, "New Year's Eve"), holiday(0, "Magi"), holiday(31, "Carnival"));
    assertThat(holidays())
        .containsExactly(
            holiday(-7, "New Year's Eve"),
            holiday(-5, "New Year"),
            holiday(0, "Kings"),
            holiday(31, "Carnival"));
    holidays(holiday(31, "Carnival"), holiday(31, "also Carnival"));
    assertThat(told()).containsExactly("holidays.changed", "holidays.changed");
  }

  // Whether it can be read.

  @Test
  void aCalendarThatCantBeReadIsToldOnce() {
    note(Optional.empty());
    note(Optional.of("nobody there"));
    note(Optional.of("503"));
    note(Optional.empty());
    note(Optional.empty());
    note(Optional.of("nobody there"));
    assertThat(told()).containsExactly("calendar.failed", "calendar.read", "calendar.failed");
  }

  private void note(Optional<String> failure) {
    run(new Command.NoteCalendar("people.ana.leave", failure));
  }

  private void calendar(AwayEntry... said) {
    assertThat(run(new Command.ReplaceLeave(ANA, List.of(said)))).isEqualTo(new Reply.Done());
  }

  private void holidays(Holiday... said) {
    run(new Command.ReplaceHolidays(MADRID, List.of(said)));
  }

  private List<Holiday> holidays() {
    return transactions.read(s -> s.holidays().between(TODAY.minusDays(99), TODAY.plusDays(99)));
  }

  private static Holiday holiday(int day, String name) {
    return new Holiday(MADRID, TODAY.plusDays(day), name);
  }

  private static AwayEntry away(int from, int until) {
    return new AwayEntry(days(from, until), "Cádiz");
  }

  private static Command enter(PersonId person, Span span) {
    return new Command.EnterLeave(person, span, "Cádiz", "ana");
  }

  private String made(Command command) {
    return ((Reply.Made) run(command)).id();
  }

  private void assertRefused(String code, Command command) {
    assertThat(run(command))
        .isInstanceOfSatisfying(
            Reply.Refused.class, r -> assertThat(r.refusal().code()).isEqualTo(code));
  }

  private Reply run(Command command) {
    return engine.run(command, now);
  }

  private List<Leave> known() {
    return transactions.read(s -> s.leaves().touching(days(-999, 999)));
  }

  private List<String> told() {
    List<AuditEntry> entries = transactions.read(s -> s.audit().after(0, 100));
    return entries.stream().map(e -> e.deed().action()).toList();
  }

  private static Span days(int from, int until) {
    return new Span(day(from), day(until));
  }

  private static Instant day(int number) {
    return NIGHT.plus(Duration.ofDays(number));
  }
}
