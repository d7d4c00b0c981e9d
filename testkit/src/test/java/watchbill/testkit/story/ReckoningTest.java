package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.ledger.Compensation.MONEY;
import static watchbill.ledger.Compensation.TIME;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.calendar.Leave;
import watchbill.engine.Reply;
import watchbill.ledger.Compensation;
import watchbill.ledger.LedgerEntry;
import watchbill.ledger.LedgerItem;
import watchbill.testkit.CrashPoint;
import watchbill.testkit.HouseRules;
import watchbill.testkit.World;
import watchbill.time.Span;

/// What is owed follows from the pages and shifts as they were. Ana has the second week of January,
/// from Monday at nine in Madrid; Ben stands behind her.
class ReckoningTest {
  private static final String MONTH = "2025-01";
  private static final String DAY_OFF = "You are off Tue 7 Jan 09:00 CET to Tue 7 Jan 18:00 CET";

  @AutoClose private final World world = new World().onDuty("ben", "ana").policy("5 min", "10 min");

  @Test
  void whoWorksTwoHoursAtNightIsOffTheNextDayAndTheLieutenantStandsIn() {
    anaIsWokenAtTenPastThree(TIME);
    world.fastForward("121 min").phone("ana").resolves();
    assertThat(world.fastForward("30 min").settles(MONTH).notes()).isEmpty();
    world.phone("ana").expectEmail(DAY_OFF, "for being woken at night");
    assertThat(world.away("ana"))
        .extracting(Leave::span)
        .containsExactly(
            new Span(DutyBooks.at("2025-01-07T09:00"), DutyBooks.at("2025-01-07T18:00")));

    world.fastForward("4 h").report("search is down");
    world.phone("ben").expectSms("search is down").resolves();
    world.fastForward("9 h").report("checkout is down again");
    world.phone("ana").expectSms("checkout is down again").resolves();
  }

  @Test
  void everybodyConcernedIsToldWhoStandsIn() {
    world.manager("dev");
    anaIsWokenAtTenPastThree(TIME);
    world.fastForward("121 min").phone("ana").resolves();
    world.settles(MONTH);
    world.phone("ana").expectEmail(DAY_OFF);
    world.keepsWatch();
    isTold("ana", "Ben stands in for you in payments");
    isTold("ben", "You stand in for Ana in payments");
    isTold("dev", "Ana is on duty while on leave");
    isTold("cho");
  }

  @Test
  void settlingEachHourEntersEverythingOnce() {
    anaIsWokenAtTenPastThree(TIME);
    world.fastForward("1 h").settles(MONTH);
    assertThat(called()).isEmpty();
    world.fastForward("1 h").phone("ana").resolves();
    for (int hour = 0; hour < 30; hour++) {
      world.settles(MONTH);
      world.crash().fastForward("1 h");
    }
    world.phone("ana").expectEmail(DAY_OFF);
    assertThat(called()).hasSize(1);
    assertThat(world.ledger("ana")).extracting(LedgerEntry::earning).doesNotHaveDuplicates();
    assertThat(world.settles(MONTH).entries()).isEmpty();
  }

  @Test
  void aCrashAfterTheTurnLosesAndDoublesNothing() {
    anaIsWokenAtTenPastThree(TIME);
    world.fastForward("121 min").phone("ana").resolves();
    world.crashAt(CrashPoint.ACCEPTED).settles(MONTH);
    world.phone("ana").expectSilence();
    assertThat(world.settles(MONTH).entered()).isEmpty();
    world.fastForward("1 min").phone("ana").expectEmail(DAY_OFF);
    assertThat(world.away("ana")).hasSize(1);
    assertThat(called()).hasSize(1);
  }

  @Test
  void whoTakesItIsPaidUntilItIsOverAndWhoWasWokenTooUntilItWasTaken() {
    tuesdayMorning(MONEY).report("checkout is down");
    world.phone("ana").expectSms("checkout is down");
    world.fastForward("5 min").phone("ben").expectSms("checkout is down").acknowledges();
    world.fastForward("55 min").phone("ben").resolves();
    world.settles(MONTH);
    assertThat(called()).containsExactly("ana 5 min 20.00 EUR", "ben 55 min 40.00 EUR");
  }

  @Test
  void whoHandsItOverIsKeptUntilThen() {
    tuesdayMorning(MONEY).report("checkout is down");
    world.phone("ana").expectSms("checkout is down").acknowledges();
    world.fastForward("20 min").phone("ana").handsOver();
    world.phone("ben").expectSms("checkout is down").acknowledges();
    world.fastForward("40 min").phone("ben").resolves();
    world.settles(MONTH);
    assertThat(called()).containsExactly("ana 20 min 25.00 EUR", "ben 40 min 32.50 EUR");
  }

  @Test
  void aPageThatNobodyClosesKeepsNobodyForLongerThanEightHours() {
    world.dutyRules(HouseRules.of(MONEY)).fastForward("8040 min").report("checkout is down");
    world.phone("ana").expectSms("checkout is down").acknowledges();
    world.fastForward("479 min").settles(MONTH);
    assertThat(called()).isEmpty();
    world.fastForward("1 min").settles(MONTH);
    assertThat(called()).containsExactly("ana 8 h 250.00 EUR");
    world.fastForward("3 d").reportEnd("checkout is down").settles(MONTH);
    assertThat(called()).hasSize(1);
  }

  @Test
  void aPageStillOpenInTheMorningGivesTheDayAfter() {
    tuesdayMorning(TIME).report("checkout is down");
    world.phone("ana").expectSms("checkout is down").acknowledges();
    world.fastForward("485 min").settles(MONTH);
    assertThat(world.ledger("ben")).allMatch(e -> e.earning().item() instanceof LedgerItem.StandBy);
    world.phone("ana").expectEmail("You are off Wed 8 Jan 09:00 CET");
    world.reportEnd("checkout is down");
  }

  @Test
  void aSecondCallOfTheNightTurnsHalfADayIntoADay() {
    anaIsWokenAtTenPastThree(TIME);
    world.fastForward("1 h").phone("ana").resolves();
    world.settles(MONTH);
    world.phone("ana").expectEmail("You are off Tue 7 Jan 09:00 CET to Tue 7 Jan 13:30 CET");
    world.fastForward("1 h").report("search is down");
    world.phone("ana").expectSms("search is down").acknowledges();
    world.fastForward("90 min").phone("ana").resolves();
    Reply.Settled settled = world.settles(MONTH);
    assertThat(settled.withdrawn()).hasSize(1);
    world.phone("ana").expectEmail(DAY_OFF);
    assertThat(world.away("ana"))
        .extracting(Leave::span)
        .containsExactly(
            new Span(DutyBooks.at("2025-01-07T09:00"), DutyBooks.at("2025-01-07T18:00")));
    assertThat(called())
        .containsExactly(
            "ana 1 h 1 min half a day off",
            "ana 1 h 1 min -1 half days off",
            "ana 2 h 31 min a day off");
  }

  @Test
  void whoeverHadNoDutyIsOwedNothing() {
    Reply.Settled settled = tuesdayMorning(MONEY).settles(MONTH);
    assertThat(settled.entries()).extracting(e -> e.person().handle()).containsOnly("ana", "ben");
    assertThat(world.ledger("dev")).isEmpty();
  }

  private void anaIsWokenAtTenPastThree(Compensation choice) {
    tuesdayMorning(choice).report("checkout is down");
    world.phone("ana").expectSms("checkout is down");
    world.fastForward("1 min").phone("ana").acknowledges();
  }

  /// Ten past three in Madrid.
  private World tuesdayMorning(Compensation choice) {
    return world.dutyRules(HouseRules.of(choice)).fastForward("1390 min");
  }

  private void isTold(String who, String... words) {
    List<String> subjects = world.phone(who).readAllSubjects();
    for (String said : words) {
      assertThat(subjects).anyMatch(subject -> subject.contains(said));
    }
  }

  private List<String> called() {
    return Stream.of("ana", "ben", "cho", "dev")
        .flatMap(who -> world.ledger(who).stream())
        .filter(e -> e.earning().item() instanceof LedgerItem.Called)
        .map(ReckoningTest::inWords)
        .toList();
  }

  private static String inWords(LedgerEntry e) {
    String words = e.earning().item().inWords();
    return e.person()
        + words.substring(words.indexOf(',') + 1).replace(" in all", "")
        + " "
        + e.earning().owed().inWords();
  }
}
