package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.escalation.Escalation;
import watchbill.escalation.Target;
import watchbill.testkit.Cast;
import watchbill.testkit.World;

/// What people do with a page beside answering it.
class AskingTest {
  @AutoClose private final World world = new World();

  @Test
  void whoeverGivesItBackIsWokenAgainAndTheClimbGoesOn() {
    down();
    world.phone("ana").acknowledges();
    world.fastForward("1 h");
    done(new Command.Unacknowledge(world.page().id(), "ana", "web"));
    world.phone("ana").expectSms("checkout is down", "Ana gave it back");
    world.fastForward("5 min");
    world.phone("ben").expectSms("no answer from step 1 in 5 min");
    world.phone("ben").acknowledges();
    assertThat(world.timeline()).contains("Ana gave it back: by web");
  }

  @Test
  void whatNobodyTookCanNotBeGivenBack() {
    down();
    refused(new Command.Unacknowledge(world.page().id(), "ana", "web"), "page.not-acknowledged");
    world.reportEnd("checkout is down");
    refused(new Command.Unacknowledge(world.page().id(), "ana", "web"), "page.not-acknowledged");
  }

  @Test
  void escalatingWakesTheNextAtOnceAndWhoeverHadItIsOut() {
    down();
    done(new Command.EscalateNow(world.page().id(), "ana", "web"));
    world.phone("ben").expectSms("checkout is down", "Ana asked for it");
    world.phone("ben").acknowledges();
    done(new Command.EscalateNow(world.page().id(), "ben", "web"));
    world.phone("dev").expectSms("checkout is down", "every step was tried");
    assertThat(world.page().escalation()).isInstanceOf(Escalation.Exhausted.class);
    refused(new Command.EscalateNow(world.page().id(), "dev", "web"), "page.nothing-above");
  }

  @Test
  void whatIsAssignedWakesThatPersonWhoMustAnswer() {
    down();
    world.phone("ana").acknowledges();
    done(new Command.Assign(world.page().id(), Cast.CHO, "ana", "web"));
    world.phone("cho").expectSms("checkout is down", "Ana asked for it");
    assertThat(world.page().escalation()).isInstanceOf(Escalation.Waiting.class);
    world.phone("cho").acknowledges();
    assertThat(world.timeline()).contains("Ana assigned it to Cho: by web");
    var nobody = new PersonId("nobody");
    refused(new Command.Assign(world.page().id(), nobody, "ana", "web"), "person.unknown");
  }

  @Test
  void whoeverIsAskedForIsWokenBesideAndTheClimbStaysAsItWas() {
    down();
    Escalation before = world.page().escalation();
    List<Target> cho = List.of(new Target.ToPerson(Cast.CHO));
    done(new Command.WakeBeside(world.page().id(), cho, "ana", "web"));
    world.phone("cho").expectSms("checkout is down", "Ana asked for it");
    assertThat(world.page().escalation()).isEqualTo(before);
    world.phone("ana").acknowledges();
    world.reportEnd("checkout is down");
    refused(new Command.WakeBeside(world.page().id(), cho, "ana", "web"), "page.over");
    refused(new Command.Assign(world.page().id(), Cast.CHO, "ana", "web"), "page.over");
  }

  @Test
  void aNoteStandsInTheTimelineOpenOrOver() {
    down();
    done(new Command.AddNote(world.page().id(), " looking at db-3 ", "ana", "web"));
    world.reportEnd("checkout is down");
    done(new Command.AddNote(world.page().id(), "it was the disk", "ana", "api"));
    assertThat(world.timeline())
        .contains("looking at db-3: note by Ana, by web", "it was the disk: note by Ana, by api");
    refused(new Command.AddNote(world.page().id(), "  ", "ana", "web"), "note.length");
    refused(
        new Command.AddNote(world.page().id(), "x".repeat(25_001), "ana", "web"), "note.length");
  }

  private void down() {
    world.onDuty("ana", "ben").policy("5 min", "10 min");
    world.report("checkout is down");
    world.phone("ana").expectSms("checkout is down");
  }

  private void done(Command command) {
    assertThat(world.asks(command)).isInstanceOf(Reply.Paged.class);
  }

  private void refused(Command command, String code) {
    assertThat(world.asks(command))
        .isInstanceOfSatisfying(
            Reply.Refused.class, r -> assertThat(r.refusal().code()).isEqualTo(code));
  }
}
