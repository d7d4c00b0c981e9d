package watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.alert.EventId;
import watchbill.alert.Severity;
import watchbill.catalog.PersonId;
import watchbill.catalog.Urgency;
import watchbill.engine.Aftermath;
import watchbill.engine.Command;
import watchbill.engine.Explanation;
import watchbill.engine.WhatBecame;
import watchbill.route.Calling;

/// Why somebody was, or was not, paged: one sentence first.
class WhatBecameTest {
  private static final Map<String, String> NO_LABELS = Map.of();

  private final ExplainHouse house = new ExplainHouse();

  @Test
  void whoWasToldIsToldWhenAndByWhatAndAsWhat() {
    EventId event = report("checkout is down");
    assertThat(sentence(event, "ana"))
        .isEqualTo(
            "Yes: Ana was told of page 1 by sms at Mon 6 Jan 03:00 Z, as primary of rota payments"
                + " until Mon 6 Jan 09:00 CET");
  }

  @Test
  void whoWasNotOnDutyIsToldWhoWas() {
    EventId event = report("checkout is down");
    assertThat(sentence(event, "cho"))
        .startsWith("No: Cho was not on duty for checkout: Ana was (primary of rota payments");
  }

  @Test
  void whoseStepDidNotComeIsToldWhoAnswered() {
    EventId event = report("checkout is down");
    assertThat(sentence(event, "ben")).startsWith("Not yet: page 1 waits for step 1");
    acknowledges("ana");
    assertThat(sentence(event, "ben"))
        .isEqualTo("No: Ana acknowledged at Mon 6 Jan 03:00 Z, before step 2, which means Ben");
  }

  @Test
  void whoIsOnlyTheFallbackIsToldSo() {
    EventId event = report("checkout is down");
    assertThat(sentence(event, "dev")).contains("only the fallback");
  }

  @Test
  void whoHasNoWayForWhatCanWaitIsToldSo() {
    house.declared.rules(Cast.BEN, Urgency.NOW, List.of());
    EventId event = report("checkout is down");
    assertThat(sentence(event, "ben")).contains("no way is declared").contains("now");
  }

  @Test
  void aSilenceIsNamedWithItsOwnerItsMatchersAndItsReason() {
    house.silences.mute("cho", "1 h", "we are moving it", "job=api");
    EventId event =
        house.receive(List.of(house.firing("x", Severity.CRITICAL, Map.of("job", "api")))).event();
    assertThat(sentence(event, "ana"))
        .isEqualTo(
            "No, nobody was: silenced by Cho until Mon 6 Jan 04:00 Z: {job=\"api\"}, \"we are"
                + " moving it\"");
  }

  @Test
  void whatEachRuleSaidThenIsKept() {
    house.routing.rule("quiet", f -> true, RoutingDesk.urgency(Calling.NEVER));
    EventId event = report("job failed");
    house.routing.rule("other", f -> true, RoutingDesk.urgency(Calling.NOW));
    Aftermath told = tell(event, "ana");
    assertThat(told.reports().getFirst().because())
        .containsExactly(
            "rule quiet: matched, urgency never", "by rule quiet nobody is woken for it");
    assertThat(told.answer().orElseThrow().sentence()).startsWith("No, nobody was: by rule quiet");
  }

  @Test
  void aResendLeadsToThePageItsAlertIsOn() {
    report("checkout is down");
    EventId again = report("checkout is down");
    assertThat(tell(again, "ana").headline()).isEqualTo("1 report: heard of again");
    assertThat(sentence(again, "ana")).startsWith("Yes: Ana was told of page 1");
  }

  @Test
  void anEndOfNothingSaysThatNothingWasOpen() {
    EventId event = house.receive(List.of(ExplainHouse.ended("nothing"))).event();
    assertThat(sentence(event, "ana")).contains("nothing open has its key");
  }

  @Test
  void whatIsHeldSaysUntilWhen() {
    house.routing.officeHours("Europe/Madrid", "");
    var warning = house.firing("disk is filling", Severity.WARNING, NO_LABELS);
    Explanation said = house.explain(List.of(warning), house.clock.now());
    assertThat(said.headline()).isEqualTo("Ben is told first: Mon 6 Jan 08:00 Z, by email");
    assertThat(said.ladders().getFirst().rests().getFirst().why()).contains("hours of payments");
    EventId event = house.receive(List.of(warning)).event();
    assertThat(sentence(event, "ana")).startsWith("Not yet: page 1 is held until Mon 6 Jan 08:00");
  }

  @Test
  void atAnotherInstantTheRotaIsThatOfThen() {
    var critical = house.firing("checkout is down", Severity.CRITICAL, NO_LABELS);
    Explanation later =
        house.explain(List.of(critical), house.clock.now().plus(Duration.ofDays(1)));
    assertThat(later.headline()).isEqualTo("Ben is told first: at once, by sms");
    assertThat(later.notKnown()).isNotEmpty();
    assertThat(house.pages()).as("nothing was kept").isEmpty();
  }

  private EventId report(String summary) {
    return house.receive(List.of(house.firing(summary, Severity.CRITICAL, NO_LABELS))).event();
  }

  private void acknowledges(String handle) {
    house.pages().forEach(p -> house.clockwork.submit(new Command.Acknowledge(p, handle, "test")));
  }

  private String sentence(EventId event, String handle) {
    return tell(event, handle).answer().orElseThrow().sentence();
  }

  private Aftermath tell(EventId event, String handle) {
    return house
        .clockwork
        .transactions()
        .read(s ->
            WhatBecame.of(
                s.events().find(event).orElseThrow(),
                Optional.of(new PersonId(handle)),
                house.declared.configuration(),
                s,
                ZoneOffset.UTC));
  }
}
