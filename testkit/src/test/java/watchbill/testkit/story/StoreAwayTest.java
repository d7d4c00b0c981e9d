package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.RoutingDesk.apart;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.alert.Severity;
import watchbill.escalation.Escalation;
import watchbill.testkit.CrashPoint;
import watchbill.testkit.World;

/// The database is away, and pages go on by what each node knew.
class StoreAwayTest {
  private static final String COPY = "[possible duplicate] [page 1] checkout is down";

  @AutoClose private final World world = new World().onDuty("ana", "ben").policy("5 min", "10 min");

  @Test
  void theNextStepIsToldAndSaysThatItMayBeACopy() {
    world.report("checkout is down");
    world.phone("ana").expectSms("[page 1] checkout is down");
    world.keepers().loseTheDatabaseFor("6 min", 1);
    world.phone("ben").expectSms(COPY, "its database is away", "how things stood at 04:00");
    world.phone("ben").acknowledges();
    assertThat(world.page().escalation()).isInstanceOf(Escalation.Acknowledged.class);
    assertThat(world.timeline())
        .anyMatch(line -> line.startsWith("Step 2 of 2: waking Ben"))
        .anyMatch(line -> line.startsWith("Told Ben by sms while the database was away"));
    world.fastForward("1 h").phone("ben").resolves();
  }

  @Test
  void whoWasTornFromTheirMessageGetsItOnce() {
    world.crashAt(CrashPoint.ACCEPTED).report("checkout is down");
    world.keepers().loseTheDatabaseFor("1 min", 1);
    world.phone("ana").expectSms(COPY);
    world.phone("ana").expectSilence();
    world.fastForward("5 min").phone("ben").expectSms("no answer from step 1").resolves();
  }

  @Test
  void twoNodesMayBothTellAndEachCopySaysSo() {
    world.report("checkout is down");
    world.phone("ana").expectSms("[page 1] checkout is down");
    world.keepers().loseTheDatabaseFor("6 min", 2);
    world.phone("ben").expectSms(COPY).expectSms(COPY).expectSilence();
    world.phone("ben").acknowledges();
    world.fastForward("1 h").phone("ben").resolves();
  }

  @Test
  void itClimbsToTheFallbackAndNotFurther() {
    world.report("checkout is down");
    world.phone("ana").expectSms("[page 1] checkout is down");
    world.keepers().loseTheDatabaseFor("3 h", 1);
    world.phone("ben").expectSms(COPY);
    world.phone("dev").expectSms(COPY).expectSilence();
    assertThat(world.page().escalation()).isInstanceOf(Escalation.Exhausted.class);
    world.phone("dev").resolves();
  }

  @Test
  void aNodeThatAloneIsCutOffSendsCopiesThatSaySo() {
    world.report("checkout is down");
    world.phone("ana").expectSms("[page 1] checkout is down");
    world.keepers().cutOneNodeOffFor("6 min");
    world.phone("ben").expectSms("[page 1] checkout is down").expectSms(COPY).expectSilence();
    world.phone("ben").acknowledges();
    world.fastForward("1 h").phone("ben").resolves();
  }

  @Test
  void whatCanWaitWaitsForTheStore() {
    world.routing().officeHours("Europe/Madrid", "");
    world.report("the disk fills up", Severity.WARNING);
    world.keepers().loseTheDatabaseFor("6 h", 1);
    world.phone("ana").expectSilence();
    world.phone("ben").expectEmail("the disk fills up").resolves();
  }

  @Test
  void manyPagesAreFewMessagesHereToo() {
    world.routing().always("each by itself", apart()).storm(100, "5 min");
    for (int i = 1; i <= 10; i++) {
      world.crashAt(CrashPoint.ACCEPTED).report("job " + i + " fails");
    }
    world.keepers().loseTheDatabaseFor("1 min", 1);
    List<String> subjects = world.phone("ana").readAllSubjects();
    assertThat(subjects).hasSize(4).allMatch(s -> s.startsWith("[possible duplicate]"));
    assertThat(subjects.getLast()).contains("7 more pages wait for you");
    world.pages().forEach(world::ends);
  }
}
