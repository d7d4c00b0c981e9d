package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.RoutingDesk.apart;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.alert.Severity;
import watchbill.catalog.ContactMethod;
import watchbill.escalation.Escalation;
import watchbill.testkit.World;

/// Many pages for one person: three messages, and then one about the rest.
class CrowdTest {
  @AutoClose private final World world = new World().onDuty("ana", "ben").policy("5 min", "10 min");

  CrowdTest() {
    world.routing().always("each by itself", apart()).storm(100, "5 min");
  }

  @Test
  void afterAnOutageOfAnHourTenPagesAreThreeMessagesAndOneAboutTheRest() {
    tenPages();
    world.isDownFor("1 h");
    assertThat(world.phone("ben").unreadSingles()).isEqualTo(3);
    List<String> subjects = world.phone("ben").readAllSubjects();
    assertThat(subjects)
        .containsExactly(
            "[page 10] job 10 fails",
            "[page 9] job 9 fails",
            "[page 8] job 8 fails",
            "7 more pages wait for you: job 7 fails; job 6 fails; and 5 more");
    assertThat(world.timeline()).anyMatch(line -> line.startsWith("Ben was told by sms"));
    resolveAll();
  }

  @Test
  void theMessageAboutTheRestNamesEachOfThem() {
    tenPages();
    world.isDownFor("1 h");
    String rest = world.phone("ben").readAllTexts().getLast();
    assertThat(rest)
        .contains("Page 7: job 7 fails · checkout · since 04:00 CET (03:00 UTC)")
        .contains("Page 1: job 1 fails")
        .contains("If you do nothing: each goes on to whoever is next for it");
    resolveAll();
  }

  @Test
  void whatIsOverByThenIsNotTold() {
    tenPages();
    world.hangsFor("1 h");
    world.pages().stream().skip(2).forEach(world::ends);
    world.isDownFor("1 min");
    assertThat(world.phone("ben").readAllSubjects())
        .containsExactly("[page 10] job 10 fails", "[page 9] job 9 fails");
    resolveAll();
  }

  @Test
  void inNormalTimesTheFourthMessageWaitsForNothingAndThoseAfterItAMinute() {
    for (int i = 1; i <= 4; i++) {
      world.report("job " + i + " fails");
      world.fastForward("5 s");
    }
    assertThat(world.phone("ana").unreadSingles()).isEqualTo(3);
    assertThat(world.phone("ana").readAllSubjects()).hasSize(4);
    world.report("job 5 fails").fastForward("10 s");
    world.report("job 6 fails").fastForward("10 s");
    world.phone("ana").expectSilence();
    world.fastForward("35 s");
    world.phone("ana").expectSms("2 more pages wait for you: job 6 fails; job 5 fails");
    world.fastForward("2 min");
    world.phone("ana").expectSilence();
    resolveAll();
  }

  @Test
  void aStepCountsFromWhenItsMessageWentOut() {
    for (int i = 1; i <= 5; i++) {
      world.report("job " + i + " fails");
    }
    assertThat(world.phone("ana").readAllSubjects()).hasSize(4);
    assertThat(world.timeline())
        .contains(
            "Ana is told by sms in 1 min, with what is due then: they were told of several pages a"
                + " moment ago");
    world.fastForward("1 min");
    world.phone("ana").expectSms("[page 5] job 5 fails");
    Escalation.Waiting waiting = (Escalation.Waiting) world.page().escalation();
    assertThat(waiting.nextAt()).isEqualTo(world.now().plusSeconds(300));
    resolveAll();
  }

  @Test
  void anUrgentPageIsNotDelayedByWhatCouldWait() {
    for (int i = 1; i <= 6; i++) {
      world.report("disk " + i + " fills", Severity.WARNING);
    }
    assertThat(world.phone("ana").readAllSubjects()).hasSize(4);
    world.report("checkout is down");
    world.phone("ana").expectSms("[page 7] checkout is down");
    resolveAll();
  }

  @Test
  void afterTenMinutesThreeGoByThemselvesAgain() {
    tenPages();
    resolveAll();
    world.fastForward("11 min");
    world.report("checkout is down");
    assertThat(world.phone("ana").unreadSingles()).isEqualTo(1);
    resolveAll();
  }

  @Test
  void oneMessageAboutManyThatMayHaveArrivedIsRepeatedForAllOfThem() {
    tenPages();
    world.provider(ContactMethod.SMS).timesOutAfterTelling();
    world.isDownFor("1 h");
    world.provider(ContactMethod.SMS).works();
    world.phone("ben").readAllSubjects();
    world.fastForward("2 min");
    assertThat(world.phone("ben").readAllSubjects())
        .isNotEmpty()
        .allMatch(subject -> subject.startsWith("[possible duplicate]"));
    resolveAll();
  }

  @Test
  void whoAcknowledgesBeforeTheRestGoesOutHearsNoMoreOfIt() {
    for (int i = 1; i <= 5; i++) {
      world.report("job " + i + " fails");
    }
    world.phone("ana").readAllSubjects();
    world.acknowledges("ana");
    world.fastForward("2 min");
    world.phone("ana").expectSilence();
    resolveAll();
  }

  private void tenPages() {
    for (int i = 1; i <= 10; i++) {
      world.report("job " + i + " fails");
    }
    world.fastForward("2 min");
    assertThat(world.phone("ana").readAllSubjects()).hasSize(5);
  }

  private void resolveAll() {
    world.pages().forEach(world::ends);
    Stream.of("ana", "ben", "cho", "dev").forEach(who -> world.phone(who).readAllSubjects());
  }
}
