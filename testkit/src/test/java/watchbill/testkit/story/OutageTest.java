package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.alert.Severity;
import watchbill.outage.Outage;
import watchbill.testkit.CrashPoint;
import watchbill.testkit.World;

/// Watchbill was away for a while.
class OutageTest {
  @AutoClose private final World world = new World().onDuty("ana", "ben").policy("5 min", "10 min");

  @Test
  void theAdministratorsAreToldFromWhenToWhenItWasBlind() {
    world.keepers().are("dev");
    world.fastForward("1 min").isDownFor("1 h");
    world
        .phone("dev")
        .expectEmail(
            "Watchbill was blind for 1 h, from Mon 6 Jan 04:01 CET to Mon 6 Jan 05:01 CET",
            "A sender that does not repeat what it said has lost it.");
    assertThat(world.keepers().missed())
        .singleElement()
        .satisfies(o -> assertThat(o.kind()).isEqualTo(Outage.Kind.DOWN));
  }

  @Test
  void whereNobodyIsDeclaredWhoeverLeadsATeamIsTold() {
    world.manager("cho").keepers().are();
    world.fastForward("1 min").isDownFor("1 h");
    world.phone("cho").expectEmail("Watchbill was blind for 1 h");
  }

  @Test
  void aShortRestartIsNotTold() {
    world.keepers().are("dev");
    world.fastForward("1 min").isDownFor("50 s");
    assertThat(world.keepers().missed()).isEmpty();
  }

  @Test
  void aStepThatToldNobodyBeforeItCountsFromWhenItsPeopleAreTold() {
    world.crashAt(CrashPoint.ACCEPTED).report("checkout is down");
    world.isDownFor("1 h");
    world.phone("ana").expectSms("[page 1] checkout is down");
    world.phone("ben").expectSilence();
    world.fastForward("5 min");
    world.phone("ben").expectSms("no answer from step 1").resolves();
  }

  @Test
  void troubleOfItsOwnIsAnAlertOfTheServiceThatStandsForIt() {
    world.keepers().watchItAsCheckout();
    world.keepers().haveTrouble("backup", Severity.CRITICAL, "no backup since yesterday");
    world.keepers().haveTrouble("backup", Severity.CRITICAL, "no backup since yesterday");
    world.phone("ana").expectSms("[page 1] no backup since yesterday");
    world.keepers().haveNoTrouble("backup");
    assertThat(world.page().escalation().isResolved()).isTrue();
    world.keepers().haveNoTrouble("backup");
  }

  @Test
  void withoutSuchAServiceTheAdministratorsAreToldOnceADay() {
    world.keepers().are("dev");
    world.keepers().haveTrouble("backup", Severity.WARNING, "the backup failed");
    world.phone("dev").expectEmail("the backup failed", "Why: a story");
    world.fastForward("1 h").keepers().haveTrouble("backup", Severity.WARNING, "it failed again");
    world.phone("dev").expectSilence();
    world.fastForward("1 d").keepers().haveTrouble("backup", Severity.WARNING, "it still fails");
    world.phone("dev").expectEmail("it still fails");
    world.keepers().haveNoTrouble("backup");
  }
}
