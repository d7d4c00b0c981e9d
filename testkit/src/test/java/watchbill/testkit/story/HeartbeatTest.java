package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.escalation.Escalation;
import watchbill.heartbeat.KeptPing;
import watchbill.heartbeat.Standing;
import watchbill.testkit.HeartbeatDesk;
import watchbill.testkit.World;

/// Somebody is woken when a job is not heard from, and nobody when Watchbill was deaf.
class HeartbeatTest {
  @AutoClose private final World world = new World().onDuty("ana", "ben").policy("5 min", "10 min");
  private final HeartbeatDesk heartbeats = world.heartbeats();

  @Test
  void aJobThatWasNeverSeenIsMissedFromItsDeclarationOn() {
    heartbeats.every("nightly-backup", "1 d", "30 min");
    assertThat(standing("nightly-backup")).isEqualTo(Standing.NEVER_SEEN);
    world.fastForward("1 d").fastForward("29 min");
    assertThat(standing("nightly-backup")).isEqualTo(Standing.LATE);
    world.phone("ana").expectSilence();
    world.fastForward("61 s");
    world.phone("ben").expectSms("nightly-backup is missing", "never heard since it was declared");
    assertThat(standing("nightly-backup")).isEqualTo(Standing.MISSING);
    assertThat(world.page().openedAt()).isEqualTo("2025-01-07T03:30:00Z");
    world.phone("ben").acknowledges();
  }

  @Test
  void aMissedJobThatIsHeardAgainEndsItsPage() {
    heartbeats.cron("nightly-backup", "0 5 * * *", "30 min");
    world.fastForward("61 min");
    heartbeats.ping("nightly-backup");
    world.fastForward("1 d").fastForward("30 min");
    world
        .phone("ben")
        .expectSms(
            "nightly-backup is missing: expected by Tue 7 Jan 05:00 CET",
            "last heard Mon 6 Jan 05:01 CET");
    heartbeats.ping("nightly-backup");
    assertThat(world.page().escalation()).isInstanceOf(Escalation.Resolved.class);
    assertThat(standing("nightly-backup")).isEqualTo(Standing.ON_TIME);
    assertThat(heartbeats.told("nightly-backup"))
        .containsExactly(
            "heartbeat.created: cron 0 5 * * * in Europe/Madrid",
            "heartbeat.missed: ",
            "heartbeat.recovered: it was heard again");
  }

  @Test
  void aJobThatSaysThatItFailedWakesAtOnceWithItsWords() {
    heartbeats.every("nightly-backup", "1 d", "30 min");
    heartbeats.exits("nightly-backup", 3, "dumping\nno space left on device");
    world.phone("ana").expectSms("nightly-backup failed with exit code 3: no space left on device");
    heartbeats.exits("nightly-backup", 0, "");
    assertThat(world.page().escalation()).isInstanceOf(Escalation.Resolved.class);
  }

  @Test
  void aRunThatBeganAndNeverEndedIsAFailure() {
    heartbeats.every("nightly-backup", "1 d", "30 min");
    heartbeats.start("nightly-backup");
    assertThat(standing("nightly-backup")).isEqualTo(Standing.RUNNING);
    world.fastForward("20 min");
    // To begin again forgives nothing: the first one never ended.
    heartbeats.start("nightly-backup");
    world.fastForward("9 min");
    world.phone("ana").expectSilence();
    world.fastForward("1 min");
    world.phone("ana").expectSms("nightly-backup began", "did not end within 30 min");
    assertThat(standing("nightly-backup")).isEqualTo(Standing.OVERRAN);
    heartbeats.ping("nightly-backup");
    assertThat(standing("nightly-backup")).isEqualTo(Standing.ON_TIME);
  }

  @Test
  void aRunThatEndsInTimeIsMeasured() {
    heartbeats.every("nightly-backup", "1 d", "30 min");
    heartbeats.start("nightly-backup");
    world.fastForward("12 min");
    heartbeats.log("nightly-backup", "half of it").ping("nightly-backup");
    assertThat(heartbeats.pings("nightly-backup"))
        .extracting(KeptPing::took)
        .first()
        .isEqualTo(Optional.of(Duration.ofMinutes(12)));
    world.fastForward("23 h");
  }

  @Test
  void runsSideBySideAreToldApartByTheirNames() {
    heartbeats.every("sync", "1 d", "30 min");
    heartbeats.start("sync", "a");
    world.fastForward("10 min");
    heartbeats.start("sync", "b");
    world.fastForward("10 min");
    heartbeats.end("sync", "b");
    world.fastForward("10 min");
    world.phone("ana").expectSms("sync began", "did not end within 30 min");
    heartbeats.end("sync", "a");
    assertThat(world.page().escalation()).isInstanceOf(Escalation.Resolved.class);
  }

  @Test
  void aLogLineIsNoSignOfLife() {
    heartbeats.every("sync", "1 h", "5 min");
    world.fastForward("59 min");
    heartbeats.log("sync", "still at it");
    world.fastForward("6 min");
    world.phone("ana").expectSms("sync is missing").acknowledges();
    assertThat(heartbeats.pings("sync")).hasSize(1);
  }

  @Test
  void anIntegrationThatFallsSilentWakesSomebodyUntilItSpeaksAgain() {
    heartbeats.expect("prometheus", "5 min", "1 min");
    world.fastForward("4 min");
    heartbeats.ping(":prometheus");
    world.fastForward("6 min");
    world
        .phone("ana")
        .expectSms("integration prometheus is missing: expected by", "last heard Mon 6 Jan 03:04");
    heartbeats.ping(":prometheus");
    assertThat(world.page().escalation()).isInstanceOf(Escalation.Resolved.class);
    assertThat(heartbeats.find(":prometheus").id().isDeclared()).isTrue();
  }

  @Test
  void anIntegrationThatIsNoLongerExpectedIsNotMissed() {
    heartbeats.expect("prometheus", "5 min", "1 min").remove(":prometheus");
    world.fastForward("1 h");
    assertThat(standing(":prometheus")).isEqualTo(Standing.RETIRED);
  }

  @Test
  void ourOwnDowntimeIsNoSilenceOfAnIntegration() {
    heartbeats.expect("prometheus", "5 min", "1 min");
    world.isDownFor("30 min").fastForward("4 min");
    heartbeats.ping(":prometheus");
    world.fastForward("5 min");
    assertThat(world.pages()).isEmpty();
  }

  @Test
  void whoCouldNotBeHeardGetsTheirGraceAnew() {
    heartbeats.every("sync", "1 h", "10 min");
    world.fastForward("55 min").isDownFor("30 min");
    world.phone("ana").expectSilence();
    assertThat(heartbeats.find("sync").lookAt()).contains(world.now().plus(Duration.ofMinutes(10)));
    world.fastForward("9 min");
    heartbeats.ping("sync");
    world.fastForward("1 h");
    assertThat(world.pages()).isEmpty();
  }

  @Test
  void aMissThatFellIntoTheDowntimeIsToldOnceTheGraceHasPassedAnew() {
    heartbeats.every("sync", "1 h", "10 min");
    world.fastForward("55 min").isDownFor("30 min").fastForward("9 min");
    world.phone("ana").expectSilence();
    world.fastForward("1 min");
    world.phone("ana").expectSms("sync is missing").acknowledges();
    assertThat(heartbeats.told("sync"))
        .anyMatch(line -> line.startsWith("heartbeat.unheard: Watchbill could hear nothing from"));
  }

  @Test
  void aMissBeforeTheDowntimeIsStillTold() {
    heartbeats.every("sync", "1 h", "10 min");
    // Pages do not move, but the program hears: it sees nothing come when it was due.
    world.fastForward("69 min").fastForward("58 s");
    world.hangsFor("2 s").fastForward("1 s");
    world.phone("ana").expectSms("sync is missing");
    world.isDownFor("1 h");
    world.phone("ben").expectSms();
    world.phone("ben").acknowledges();
    assertThat(world.pages()).hasSize(1);
  }

  @Test
  void aProgramThatKeepsRestartingHidesNoMissForEver() {
    heartbeats.every("sync", "1 h", "10 min");
    world.fastForward("59 min");
    for (int i = 0; i < 5; i++) {
      world.isDownFor("10 s").fastForward("3 min");
    }
    world.phone("ana").expectSms("sync is missing").acknowledges();
  }

  @Test
  void aShortRestartWhileNothingIsExpectedChangesNothing() {
    heartbeats.every("sync", "1 h", "10 min");
    world.fastForward("10 min").isDownFor("5 min");
    heartbeats.adopt();
    world.fastForward("54 min").fastForward("59 s");
    world.phone("ana").expectSilence();
    world.fastForward("1 s");
    world.phone("ana").expectSms("sync is missing").acknowledges();
  }

  @Test
  void aJobThatIsMissingStillIsToldAgainAfterSomebodyClosedThePage() {
    heartbeats.every("sync", "1 h", "10 min");
    world.fastForward("70 min");
    world.phone("ana").expectSms("sync is missing").resolves();
    world.fastForward("59 min");
    world.phone("ana").expectSilence();
    world.fastForward("1 min");
    world.phone("ana").expectSms("sync is missing").acknowledges();
    assertThat(heartbeats.find("sync").trouble().orElseThrow().times()).isEqualTo(2);
  }

  @Test
  void whatIsTakenOutOfTheFilesIsRetiredAndSaidToBe() {
    heartbeats.every("sync", "1 h", "10 min");
    world.fastForward("70 min");
    world.phone("ana").expectSms("sync is missing");
    heartbeats.remove("sync");
    assertThat(world.page().escalation()).isInstanceOf(Escalation.Resolved.class);
    assertThat(standing("sync")).isEqualTo(Standing.RETIRED);
    assertThat(heartbeats.told("sync")).contains("heartbeat.retired: it is no longer in the files");
    world.fastForward("3 h");
    heartbeats.every("sync", "1 h", "10 min");
    assertThat(standing("sync")).isEqualTo(Standing.NEVER_SEEN);
    world.fastForward("69 min");
  }

  @Test
  void nothingIsExpectedOfWhatIsSwitchedOff() {
    heartbeats.every("sync", "1 h", "10 min").enable("sync", false);
    world.fastForward("1 d");
    heartbeats.exits("sync", 1, "");
    assertThat(standing("sync")).isEqualTo(Standing.PAUSED);
    heartbeats.enable("sync", true);
    world.fastForward("69 min");
    assertThat(world.pages()).isEmpty();
  }

  @Test
  void aDayOnWhichTheClockSkipsTheHourInventsNoMiss() {
    heartbeats.cron("nightly", "30 2 * * *", "10 min");
    world.fastForward("82 d"); // Saturday 29 March, 03:00 UTC.
    drain();
    heartbeats.ping("nightly");
    world.fastForward("22 h").fastForward("1 min"); // 03:01 in Madrid: cron has caught up.
    heartbeats.ping("nightly");
    world.fastForward("23 h").fastForward("29 min"); // 02:30 on Monday.
    heartbeats.ping("nightly");
    world.fastForward("1 h");
    world.phone("ana").expectSilence();
  }

  private void drain() {
    heartbeats.ping("nightly");
    world.phone("ana").readAllSubjects();
    world.phone("ben").readAllSubjects();
    world.phone("cho").readAllSubjects();
    world.phone("dev").readAllSubjects();
  }

  private Standing standing(String handle) {
    return heartbeats.find(handle).standing(world.now());
  }
}
