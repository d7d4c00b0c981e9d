package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.alert.Severity;
import watchbill.catalog.PersonId;
import watchbill.engine.Judging;
import watchbill.noise.Figures;
import watchbill.noise.Judgement;
import watchbill.noise.NoiseRow;
import watchbill.noise.Suggestion;
import watchbill.route.Calling;
import watchbill.testkit.RoutingDesk;
import watchbill.testkit.World;

/// What a page was worth is asked of one person once; what nobody says is never made up.
class NoiseTest {
  @AutoClose private final World world = new World().onDuty("ana", "ben").policy("5 min", "1 h");

  @Test
  void whoeverTookChargeIsAskedOnceThePageIsOver() {
    page("checkout is down");
    world.acknowledges("ana");
    assertThatThrownBy(() -> world.noise().judges("ana", true, false))
        .isInstanceOf(Exception.class);
    world.reportEnd("checkout is down");
    assertThat(world.noise().question()).contains(asked("ana"));
    world.noise().judges("ana", true, false);
    assertThat(world.timeline())
        .last()
        .isEqualTo("Ana judged it actionable, could not have waited: by wake link");
    assertThatThrownBy(() -> world.noise().judges("ben", false, true))
        .hasMessageContaining("the answer of ana");
  }

  @Test
  void ofAPageThatResolvedItselfWhoeverWasWokenFirstIsAsked() {
    page("checkout is down");
    world.fastForward("5 min");
    world.phone("ben").expectSms("checkout is down");
    world.reportEnd("checkout is down");
    assertThat(world.noise().question()).contains(asked("ana"));
    assertThatThrownBy(() -> world.noise().judges("ben", true, true))
        .hasMessageContaining("the answer of ana");
  }

  @Test
  void theSamePersonMaySayItOtherwiseForAWeek() {
    judged("checkout is down", true, false);
    world.fastForward("6 d").noise().judges("ana", false, true).judges("ana", false, true);
    assertThat(world.timeline())
        .filteredOn(line -> line.contains("judged"))
        .containsExactly(
            "Ana judged it actionable, could not have waited: by wake link",
            "Ana judged it not actionable, could have waited: by wake link, was actionable, could"
                + " not have waited");
    world.fastForward("1 d");
    assertThat(world.noise().question()).isEmpty();
    assertThatThrownBy(() -> world.noise().judges("ana", true, true))
        .hasMessageContaining("a change before 2025-01-13T03:00:00Z");
  }

  @Test
  void whatNobodyJudgedStandsApart() {
    judged("one", true, false);
    judged("two", true, true);
    judged("three", false, true);
    page("four");
    Figures figures = world.noise().figures();
    assertThat(figures.actionableInWords())
        .isEqualTo("2 of 3 judged were actionable; 1 not judged");
    assertThat(figures.couldWait()).isEqualTo(2);
    assertThat(figures.pages()).isEqualTo(4);
    assertThat(figures.answered()).isEqualTo(3);
    assertThat(figures.forNothing()).isEqualTo(1);
  }

  @Test
  void whatComesAndGoesIsForNothingUntilSomebodySaysOtherwise() {
    for (String what : List.of("one", "two", "three")) {
      page(what);
      world.fastForward("4 min").reportEnd(what).fastForward("1 h");
    }
    assertThat(world.noise().figures().soonOver()).isEqualTo(3);
    assertThat(world.noise().figures().forNothing()).isEqualTo(3);
    assertThat(world.noise().rows(NoiseRow.By.SERVICE).getFirst().suggestion().what())
        .isEqualTo(Suggestion.What.SILENCE);
    world.noise().judges("ana", true, false);
    assertThat(world.noise().figures().forNothing()).isEqualTo(2);
  }

  @Test
  void aNightIsCountedByTheClockOfWhoeverIsWoken() {
    // Four in the morning in Madrid, seven in the evening in Los Angeles.
    world.noise().livesIn("ana", "America/Los_Angeles");
    page("checkout is down");
    assertThat(world.noise().figures().wokenInWords()).isEqualTo("nobody");
    world.fastForward("5 min");
    world.phone("ben").expectSms("checkout is down");
    assertThat(world.noise().figures().wokenInWords()).isEqualTo("1 time: 1 person in 1 night");
    world.phone("ben").acknowledges();
    world.fastForward("3 h");
    page("shortly after ten in the evening");
    assertThat(world.noise().figures().wokenInWords()).isEqualTo("2 times: 2 people in 1 night");
  }

  @Test
  void pagesArePutTogetherByWhatRaisedThem() {
    world.reportOf(Map.of("alertname", "HighLatency"), "checkout is slow");
    world.phone("ana").expectSms("checkout is slow");
    world.phone("ana").resolves();
    page("checkout is down");
    world.phone("ana").resolves();
    assertThat(world.noise().rows(NoiseRow.By.ORIGIN))
        .extracting(NoiseRow::name)
        .containsExactlyInAnyOrder(
            "checkout: HighLatency, from prometheus", "checkout: from prometheus");
    assertThat(world.noise().rows(NoiseRow.By.ROUTING)).isEmpty();
  }

  @Test
  void aRuleOfOursThatDecidedHasARowOfItsOwn() {
    world
        .routing()
        .ruleThatGoesOn("tagged", _ -> true, RoutingDesk.labelled("seen", "yes"))
        .rule("loud", f -> f.labels().containsKey("loud"), RoutingDesk.urgency(Calling.NOW))
        .report("checkout is loud", Severity.CRITICAL, Map.of("loud", "yes"));
    world.phone("ana").expectSms("checkout is loud");
    assertThat(world.noise().rows(NoiseRow.By.ROUTING))
        .extracting(NoiseRow::name)
        .containsExactly("rule loud", "rule tagged");
  }

  private void judged(String summary, boolean actionable, boolean couldWait) {
    page(summary);
    world.phone("ana").resolves();
    world.noise().judges("ana", actionable, couldWait);
  }

  private void page(String summary) {
    world.report(summary);
    world.phone("ana").expectSms(summary);
  }

  private static Judging.Question asked(String handle) {
    return new Judging.Question(new PersonId(handle), Optional.<Judgement>empty());
  }
}
