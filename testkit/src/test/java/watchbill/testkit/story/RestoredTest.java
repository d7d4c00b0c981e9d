package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.escalation.Escalation;
import watchbill.outage.Outage;
import watchbill.testkit.World;

/// The store was lost, and is put back from a copy: what was so then may not be so now.
class RestoredTest {
  @AutoClose private final World world = new World().onDuty("ana", "ben").policy("5 min", "10 min");

  @Test
  void whatWasOpenInTheCopyWakesNobodyHoweverLongNobodySpeaksOfIt() {
    world.report("checkout is down");
    world.phone("ana").expectSms();
    world.keepers().makeACopy();
    world.phone("ana").acknowledges().resolves();
    world.keepers().putTheCopyBack("9 h");
    world.fastForward("3 d");
    assertThat(world.page().escalation())
        .isInstanceOfSatisfying(
            Escalation.Resting.class,
            rest -> assertThat(rest.why()).isEqualTo(Escalation.Resting.Why.UNHEARD));
    assertThat(world.timeline())
        .contains("Unknown until it is heard from: the store was restored from a copy");
  }

  @Test
  void whatWasOnItsWayThenIsNotSentNow() {
    world.toldBy("ana", "sms after 2 min").report("checkout is down");
    world.keepers().makeACopy();
    world.keepers().putTheCopyBack("1 min");
    world.fastForward("1 d");
    world.phone("ana").expectSilence();
  }

  @Test
  void aSourceThatSpeaksOfItAgainWakesWhoeverIsOnDutyNow() {
    world.report("checkout is down");
    world.phone("ana").expectSms();
    world.keepers().makeACopy();
    world.keepers().putTheCopyBack("9 h");
    world.fastForward("1 min").report("checkout is down");
    world.phone("ben").expectSms("[page 1] checkout is down", "its source speaks of it again");
    assertThat(world.pages()).hasSize(1);
    world.phone("ben").resolves();
  }

  @Test
  void anotherAlertOfTheServiceIsAPageOfItsOwn() {
    world.report("checkout is down");
    world.phone("ana").expectSms();
    world.keepers().makeACopy();
    world.keepers().putTheCopyBack("30 min");
    world.report("checkout is slow");
    world.phone("ana").expectSms("[page 2] checkout is slow").resolves();
  }

  @Test
  void itsSourceMayEndIt() {
    world.report("checkout is down");
    world.phone("ana").expectSms();
    world.keepers().makeACopy();
    world.keepers().putTheCopyBack("30 min");
    world.reportEnd("checkout is down");
    assertThat(world.page().escalation().isResolved()).isTrue();
  }

  @Test
  void somebodyMayTakeItOrResolveIt() {
    world.report("checkout is down");
    world.phone("ana").expectSms();
    world.keepers().makeACopy();
    world.keepers().putTheCopyBack("30 min");
    world.phone("ana").acknowledges();
    assertThat(world.page().escalation()).isInstanceOf(Escalation.Acknowledged.class);
    world.phone("ana").resolves();
    assertThat(world.page().escalation().isResolved()).isTrue();
  }

  @Test
  void theAdministratorsAreToldWhichHoleThereIs() {
    world.keepers().are("dev");
    world.report("checkout is down");
    world.phone("ana").expectSms();
    world.keepers().makeACopy();
    world.keepers().putTheCopyBack("9 h");
    world
        .phone("dev")
        .expectEmail(
            "Watchbill was restored from a copy of Mon 6 Jan 04:00 CET; nothing is known between"
                + " then and Mon 6 Jan 13:00 CET",
            "Open in the copy: page 1 checkout is down");
    assertThat(world.keepers().missed())
        .singleElement()
        .satisfies(o -> assertThat(o.kind()).isEqualTo(Outage.Kind.RESTORED));
    world.fastForward("1 d");
    assertThat(world.keepers().missed()).isEmpty();
  }

  @Test
  void theNextStartIsAnOrdinaryOne() {
    world.keepers().makeACopy();
    world.keepers().putTheCopyBack("9 h");
    world.report("checkout is down");
    world.phone("ben").expectSms();
    world.isDownFor("10 s");
    world.fastForward("5 min");
    world.phone("ana").expectSms("no answer from step 1").resolves();
  }
}
