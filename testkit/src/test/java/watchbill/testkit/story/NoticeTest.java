package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchbill.catalog.ContactMethod.EMAIL;
import static watchbill.catalog.ContactMethod.SMS;
import static watchbill.notification.Notice.Kind.BEFORE_DUTY;
import static watchbill.notification.Notice.Kind.WAKE_TEST;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.testkit.CrashPoint;
import watchbill.testkit.World;

/// People are told what is not a page: gently, once, and in time or not at all.
class NoticeTest {
  private static final String SOON = "You are on duty from Mon 13 Jan 09:00 CET";
  private static final String WOKEN = "Can you be woken?";

  @AutoClose private final World world = new World().onDuty("ana", "ben").policy("5 min");

  @Test
  void whatCanWaitComesByTheWaysOfTheDay() {
    world.tells("ana", BEFORE_DUTY, SOON, "1 d");
    world.phone("ana").expectEmail(SOON, "Rota: payments");
    assertThat(world.noticed("ana"))
        .containsExactly(
            "Telling Ana: " + SOON + ": before duty, by email",
            "Ana was told by email: "
                + SOON
                + " · before duty · accepted by phone as 00000000000000000000000002");
  }

  @Test
  void theSameOccasionIsToldOnceHoweverOftenItIsDecided() {
    world.tells("ana", BEFORE_DUTY, SOON, "1 d");
    world.phone("ana").expectEmail(SOON);
    world.crash().tells("ana", BEFORE_DUTY, SOON, "1 d").fastForward("1 h");
    world.tells("ben", BEFORE_DUTY, SOON, "1 d");
    world.phone("ben").expectEmail(SOON);
  }

  @Test
  void aCrashAfterItWasDecidedLosesAndDoublesNothing() {
    world.crashAt(CrashPoint.ACCEPTED).tells("ana", BEFORE_DUTY, SOON, "1 d");
    world.phone("ana").expectSilence();
    world.tells("ana", BEFORE_DUTY, SOON, "1 d");
    world.phone("ana").expectEmail(SOON);
    world.fastForward("2 d");
  }

  @Test
  void aCrashBeforeItLeftRepeatsItWithoutDoubt() {
    world.crashAt(CrashPoint.CLAIMED).tells("ana", BEFORE_DUTY, SOON, "1 d");
    world.phone("ana").expectSilence();
    world.fastForward("30 s");
    world.phone("ana").expectEmail(SOON);
    world.fastForward("2 d");
  }

  @Test
  void aCrashWhileItMayHaveLeftRepeatsItAndSaysSo() {
    world.crashAt(CrashPoint.HANDED).tells("ana", BEFORE_DUTY, SOON, "1 d");
    world.phone("ana").expectSilence();
    world.fastForward("32 s");
    world.phone("ana").expectEmail("[possible duplicate] " + SOON);
    world.fastForward("2 d");
  }

  @Test
  void aCrashAfterItLeftRepeatsItOnceAndSaysSo() {
    world.crashAt(CrashPoint.SENT).tells("ana", BEFORE_DUTY, SOON, "1 d");
    world.phone("ana").expectEmail(SOON);
    world.fastForward("32 s");
    world.phone("ana").expectEmail("[possible duplicate]");
    world.fastForward("2 d");
  }

  @Test
  void whatIsOfNoUseAnyMoreIsNotToldAndThatIsSaid() {
    world.provider(EMAIL).isBusy();
    world.tells("ana", BEFORE_DUTY, SOON, "1 min").fastForward("2 min");
    world.provider(EMAIL).works();
    world.fastForward("1 d");
    assertThat(world.noticed("ana").getLast())
        .isEqualTo(
            "Too late to tell Ana: "
                + SOON
                + ": it was of no use any more; not sent by 1 of their ways");
  }

  @Test
  void afterAnOutageNobodyIsToldWhatIsOver() {
    world.crashAt(CrashPoint.CLAIMED).tells("ana", BEFORE_DUTY, SOON, "10 min");
    world.isDownFor("20 min").fastForward("1 d");
    assertThat(world.noticed("ana").getLast()).startsWith("Too late to tell Ana");
  }

  @Test
  void anAnswerThatIsOnItsWayWhenItsTimeEndsIsNotTriedAgain() {
    world.provider(EMAIL).timesOutWithoutTelling();
    world.crashAt(CrashPoint.HANDED).tells("ana", BEFORE_DUTY, SOON, "10 s").fastForward("20 s");
    world.provider(EMAIL).works();
    world.fastForward("1 d");
    assertThat(world.noticed("ana").getLast())
        .isEqualTo("Not sent to Ana by email: too late to be of use");
  }

  @Test
  void aWakeTestGetsLouderUntilItIsAnswered() {
    world.toldBy("ana", "email", "sms after 2 min", "sms after 4 min");
    world.tells("ana", WAKE_TEST, WOKEN, "10 min");
    world.phone("ana").expectEmail(WOKEN, "I am awake https://watchbill.example.org/");
    world.fastForward("2 min");
    world.phone("ana").expectSms(WOKEN).answers();
    world.fastForward("1 d");
    assertThat(world.noticed("ana").getLast())
        .isEqualTo("Ana answered: Can you be woken?: by notice link");
  }

  @Test
  void answeringCancelsTheLouderMethods() {
    world.toldBy("ana", "email", "sms after 2 min");
    world.tells("ana", WAKE_TEST, WOKEN, "10 min");
    world.phone("ana").expectEmail(WOKEN).answers().answers();
    world.fastForward("1 d");
    assertThat(world.noticed("ana")).filteredOn(said -> said.startsWith("Ana answered")).hasSize(1);
  }

  @Test
  void aWakeTestThatNobodyAnswersIsSaidToBe() {
    world.tells("ana", WAKE_TEST, WOKEN, "10 min");
    world.phone("ana").expectSms(WOKEN);
    world.fastForward("10 min");
    assertThat(world.noticed("ana").getLast())
        .isEqualTo("No answer from Ana: Can you be woken?: in time");
    assertThatThrownBy(() -> world.phone("ana").answers())
        .hasMessageContaining("an answer before 2025-01-06T03:10:00Z");
  }

  @Test
  void whoCannotBeReachedIsSaidNotToBe() {
    world.toldBy("ana").tells("ana", WAKE_TEST, WOKEN, "10 min");
    assertThat(world.noticed("ana"))
        .containsExactly(
            "Nobody could tell Ana: Can you be woken?: no rule of theirs for now leads anywhere");
  }

  @Test
  void whoseEveryWayRefusesIsSaidToBeUntold() {
    world.provider(SMS).refuses();
    world.tells("ana", WAKE_TEST, WOKEN, "10 min");
    assertThat(world.noticed("ana").getLast())
        .isEqualTo("Nobody could tell Ana: Can you be woken?: every way to them was refused");
  }

  @Test
  void whoseFirstWayRefusesIsToldByTheNextAtOnce() {
    world.provider(EMAIL).refuses();
    world.toldBy("ana", "email", "sms after 5 min").tells("ana", WAKE_TEST, WOKEN, "10 min");
    world.phone("ana").expectSms(WOKEN).answers();
  }

  @Test
  void whoHasLeftIsNotToldAndThatIsSaid() {
    world.toldBy("ana", "sms after 2 min").tells("ana", WAKE_TEST, WOKEN, "10 min");
    world.remove("ana").fastForward("5 min");
    assertThat(world.noticed("ana"))
        .contains("Could not tell ana by sms: they are no longer in the configuration")
        .last()
        .asString()
        .startsWith("Nobody could tell ana");
  }

  @Test
  void aTestComesByEveryWayAtOnce() {
    world.testsTheirPhone("ana");
    world.phone("ana").expectSms("This is a test, Ana: nothing is wrong", "It arrived");
    world.phone("ana").expectEmail("This is a test", "Why you: you asked for it").answers();
    assertThatThrownBy(() -> world.testsTheirPhone("ana"))
        .hasMessageContaining("use one test a minute");
    world.fastForward("1 min").testsTheirPhone("ana");
    world.phone("ana").expectSms("This is a test").expectEmail("This is a test");
    world.fastForward("1 d");
  }

  @Test
  void anAnswerToANoticeAcknowledgesNoPage() {
    world.toldBy("ana", "sms", "email after 2 min").report("checkout is down");
    world.phone("ana").expectSms("[page 1] checkout is down");
    world.tells("ana", WAKE_TEST, WOKEN, "10 min");
    world.phone("ana").expectSms(WOKEN).answers();
    world.fastForward("2 min");
    world.phone("ana").expectEmail("[page 1] checkout is down").acknowledges();
    world.fastForward("1 d");
  }
}
