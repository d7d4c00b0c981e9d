package watchbill.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.crew.Crew.ANA;
import static watchbill.crew.Crew.BEN;
import static watchbill.crew.Crew.CHO;
import static watchbill.crew.Crew.DEV;
import static watchbill.crew.Crew.NIGHT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import watchbill.escalation.Escalation.Acknowledged;
import watchbill.escalation.Escalation.Exhausted;
import watchbill.escalation.Escalation.Resolved;
import watchbill.escalation.Escalation.Waiting;

class EscalationsTest {
  private static final Target BENS_TURN = new Target.ToPerson(BEN);

  /// Ana for five minutes, Ben for ten, once more, then Dev.
  private static final EscalationPolicy POLICY =
      new EscalationPolicy(
          "payments",
          List.of(step(new Target.ToPerson(ANA), 5), step(BENS_TURN, 10)),
          1,
          List.of(new Target.ToPerson(DEV)));

  @Test
  void climbsEachRungAtItsTimeAndWakesTheFallbackLast() {
    Climb climb = Escalations.begin(POLICY, NIGHT);
    assertClimb(climb, waiting(1, 0, 0, 5), "step 1 of 2", "the page opened");
    climb = due(climb, 5);
    assertClimb(climb, waiting(1, 1, 5, 15), "step 2 of 2", "no answer from step 1 in 5 min");
    climb = due(climb, 15);
    assertClimb(climb, waiting(2, 0, 15, 20), "step 1 of 2", "no answer from step 2 in 10 min");
    climb = due(climb, 20);
    assertClimb(climb, waiting(2, 1, 20, 30), "step 2 of 2", "no answer from step 1 in 5 min");
    climb = due(climb, 30);
    assertClimb(
        climb,
        new Exhausted(at(30)),
        "fallback",
        "every step was tried 2 times and nobody answered");
    assertUnchanged(due(climb, 999), climb.escalation());
  }

  @Test
  void doesNothingBeforeItsTime() {
    Escalation waiting = waiting(1, 0, 0, 5);
    assertUnchanged(Escalations.onDue(waiting, POLICY, at(5).minusNanos(1_000)), waiting);
  }

  @Test
  void aDelayCountsFromWhenTheStepBeganAndNotFromWhenItWasDue() {
    Climb late = Escalations.onDue(waiting(1, 0, 0, 5), POLICY, at(60));
    assertClimb(late, waiting(1, 1, 60, 70), "step 2 of 2", "no answer from step 1 in 1 h");
  }

  @Test
  void whatRestsBeginsAtTheFirstStepAtItsInstantAndSaysWhy() {
    var bounded = EnumSet.complementOf(EnumSet.of(Escalation.Resting.Why.UNHEARD));
    for (Escalation.Resting.Why why : bounded) {
      var resting = new Escalation.Resting(why, "payments", at(0), at(30));
      assertUnchanged(Escalations.onDue(resting, POLICY, at(30).minusNanos(1_000)), resting);
      assertUnchanged(Escalations.onNobodyTold(resting, POLICY, at(1)), resting);
      assertThat(Escalations.next(resting, POLICY).orElseThrow().at()).isEqualTo(at(30));
      String words =
          switch (why) {
            case GATHERING -> "the page opened and gathered alerts for 30 min";
            case HELD -> "held until the hours of payments, which begin now";
            case SNOOZED -> "the snooze of payments is over";
            case UNHEARD -> throw new AssertionError("it rests until it is heard of");
          };
      Climb begun = Escalations.onDue(resting, POLICY, at(30));
      assertClimb(begun, waiting(1, 0, 30, 35), "step 1 of 2", words);
      assertThat(Escalations.acknowledge(resting, POLICY, "ana", at(9)))
          .isEqualTo(new Acknowledged("ana", at(9), 1, 0));
      assertThat(Escalations.resolve(resting, "ana", at(9))).isEqualTo(new Resolved("ana", at(9)));
      Climb handed = Escalations.handOver(resting, POLICY, BENS_TURN, "ana", at(9));
      assertClimb(handed, waiting(1, 0, 9, 14), "asked for by ana", "ana asked for it");
    }
  }

  @Test
  void whatNobodyHasHeardOfRestsOnUntilItIsHeardOf() {
    var resting = unheard(0, 1_440);
    for (Escalation open : List.of(waiting(1, 0, 0, 5), new Exhausted(at(1)), snoozed())) {
      assertThat(Escalations.unheard(open, "watchbill", at(0))).isEqualTo(resting);
    }
    Climb looked = Escalations.onDue(resting, POLICY, at(1_440));
    assertThat(looked).isEqualTo(Climb.unchanged(unheard(0, 2_880)));
    assertThat(Escalations.next(resting, POLICY)).isEmpty();
    assertClimb(
        Escalations.heardAgain(resting, POLICY, at(7)),
        waiting(1, 0, 7, 12),
        "step 1 of 2",
        "its source speaks of it again, after the store was restored from a copy");
    assertUnchanged(Escalations.heardAgain(snoozed(), POLICY, at(7)), snoozed());
  }

  @Test
  void whoHasAPageKeepsItWhenNobodyKnowsHowItStandsAndIsNotAskedAgain() {
    var taken = new Acknowledged("ana", at(0), 1, 1, Optional.of(at(9)));
    assertThat(Escalations.unheard(taken, "watchbill", at(3)))
        .isEqualTo(new Acknowledged("ana", at(0), 1, 1));
    var over = new Resolved("ana", at(0));
    assertThat(Escalations.unheard(over, "watchbill", at(3))).isEqualTo(over);
  }

  @Test
  void aStepWhosePeopleWereToldLateWaitsAsLongForThem() {
    assertThat(Escalations.toldAt(waiting(1, 1, 0, 10), POLICY, at(60)))
        .isEqualTo(waiting(1, 1, 0, 70));
    assertThat(Escalations.toldAt(waiting(1, 1, 0, 10), POLICY, at(0)))
        .isEqualTo(waiting(1, 1, 0, 10));
    for (Escalation standing : answered()) {
      assertThat(Escalations.toldAt(standing, POLICY, at(60))).isEqualTo(standing);
    }
  }

  private static Escalation.Resting unheard(int since, int until) {
    return new Escalation.Resting(
        Escalation.Resting.Why.UNHEARD, "watchbill", at(since), at(until));
  }

  private static Escalation snoozed() {
    return new Escalation.Resting(Escalation.Resting.Why.SNOOZED, "ana", at(0), at(30));
  }

  @Test
  void onceAnsweredNothingIsDueAnyMore() {
    for (Escalation standing : answered()) {
      assertUnchanged(Escalations.onDue(standing, POLICY, at(999)), standing);
      assertThat(Escalations.next(standing, POLICY)).isEmpty();
    }
  }

  @Test
  void whenNobodyCouldBeToldItClimbsAtOnceAndSaysSo() {
    Climb climb = Escalations.onNobodyTold(waiting(1, 0, 0, 5), POLICY, at(1));
    assertClimb(
        climb,
        waiting(1, 1, 1, 11),
        "step 2 of 2",
        "step 1 reached nobody: every way to them was refused");
    Climb last = Escalations.onNobodyTold(waiting(2, 1, 0, 5), POLICY, at(1));
    assertThat(last.escalation()).isEqualTo(new Exhausted(at(1)));
  }

  @Test
  void aFallbackWhoCouldNotBeToldIsTriedAgainForAsLongAsItTakes() {
    Escalation exhausted = new Exhausted(at(1));
    for (long minute = 1; minute < 60; minute += 5) {
      Climb later = Escalations.onNobodyTold(exhausted, POLICY, at(minute));
      assertThat(later.wake()).isEmpty();
      Climb again = Escalations.onDue(later.escalation(), POLICY, at(minute + 5));
      assertThat(again.wake())
          .hasValueSatisfying(wake -> assertThat(wake.rung().inWords()).isEqualTo("fallback"));
      exhausted = again.escalation();
    }
    Escalation answered = new Resolved("cho", at(1));
    assertUnchanged(Escalations.onNobodyTold(answered, POLICY, at(9)), answered);
    assertUnchanged(Escalations.onNobodyTold(taken(), POLICY, at(9)), taken());
  }

  @Test
  void theFirstToAcknowledgeHasIt() {
    assertThat(Escalations.acknowledge(waiting(2, 1, 0, 5), POLICY, "ana", at(3)))
        .isEqualTo(new Acknowledged("ana", at(3), 2, 1));
    assertThat(Escalations.acknowledge(new Exhausted(at(1)), POLICY, "ana", at(3)))
        .isInstanceOf(Acknowledged.class);
    for (Escalation standing : List.of(taken(), new Resolved("cho", at(1)))) {
      assertThat(Escalations.acknowledge(standing, POLICY, "ana", at(3))).isEqualTo(standing);
    }
  }

  @Test
  void whoTookItIsToldAgainWhenTheTimeIsOverAndThePageIsNot() {
    EscalationPolicy policy = POLICY.withAcknowledgementTimeout(Duration.ofMinutes(60));
    Escalation taken = Escalations.acknowledge(waiting(2, 1, 0, 5), policy, "ana", at(3));
    assertThat(taken).isEqualTo(new Acknowledged("ana", at(3), 2, 1, Optional.of(at(63))));
    assertThat(taken.movesAt()).contains(at(63));
    assertThat(Escalations.next(taken, policy).orElseThrow().at()).isEqualTo(at(63));
    assertUnchanged(Escalations.onDue(taken, policy, at(63).minusNanos(1_000)), taken);
    Climb again = Escalations.onDue(taken, policy, at(63));
    assertClimb(
        again, waiting(2, 1, 63, 73), "step 2 of 2", "still open 1 h after ana acknowledged it");
  }

  @Test
  void whatIsNotOverCanBeResolvedOnce() {
    for (Escalation standing : List.of(waiting(1, 0, 0, 5), taken(), new Exhausted(at(1)))) {
      assertThat(Escalations.resolve(standing, "ana", at(3))).isEqualTo(new Resolved("ana", at(3)));
    }
    var over = new Resolved("cho", at(1));
    assertThat(Escalations.resolve(over, "ana", at(3))).isEqualTo(over);
  }

  @Test
  void whoIsHandedAPageHasTheStepsWholeTimeToAnswer() {
    Climb fromWaiting = handOver(waiting(1, 1, 0, 10));
    assertClimb(fromWaiting, waiting(1, 1, 3, 13), "asked for by ana", "ana asked for it");
    assertThat(fromWaiting.wake().orElseThrow().targets()).containsExactly(BENS_TURN);
    assertThat(handOver(taken()).escalation()).isEqualTo(waiting(1, 1, 3, 13));
    assertThat(handOver(new Exhausted(at(1))).escalation()).isEqualTo(waiting(2, 1, 3, 13));
    assertUnchanged(handOver(new Resolved("cho", at(1))), new Resolved("cho", at(1)));
  }

  @Test
  void saysWhatFollowsIfNobodyAnswers() {
    assertThat(Escalations.next(waiting(1, 0, 0, 5), POLICY))
        .contains(new Escalations.Next(at(5), new Wake.Rung.OfStep(2, 2), List.of(BENS_TURN)));
    assertThat(Escalations.next(waiting(2, 1, 0, 5), POLICY))
        .contains(
            new Escalations.Next(
                at(5), new Wake.Rung.OfFallback(), List.of(new Target.ToPerson(DEV))));
  }

  @Test
  void anyPolicyWakesEveryRungInOrderNeverEarlyAndThenStops() {
    long seed = new Random().nextLong();
    System.out.println("EscalationsTest: seed " + seed);
    var random = new Random(seed);
    for (int run = 0; run < 300; run++) {
      EscalationPolicy policy = anyPolicy(random);
      Instant now = NIGHT;
      Climb climb = Escalations.begin(policy, now);
      List<Wake> wakes = new ArrayList<>();
      climb.wake().ifPresent(wakes::add);
      Instant began = now;
      while (climb.escalation() instanceof Waiting w) {
        Duration delay = policy.steps().get(w.step()).delay();
        assertThat(w.nextAt()).as("seed %d", seed).isEqualTo(began.plus(delay));
        now = now.plusSeconds(random.nextInt(200));
        boolean early = now.isBefore(w.nextAt());
        climb = Escalations.onDue(w, policy, now);
        assertThat(climb.wake().isPresent()).as("seed %d", seed).isNotEqualTo(early);
        if (!early) {
          climb.wake().ifPresent(wakes::add);
          began = now;
        }
      }
      int rungs = policy.steps().size() * (policy.repeat() + 1);
      assertThat(wakes).as("seed %d", seed).hasSize(rungs + 1);
      assertThat(wakes.getLast().targets()).isEqualTo(policy.fallback());
    }
  }

  @Test
  void whatIsGivenBackBeginsItsStepAnewWithItsPeople() {
    var taken = new Acknowledged("ana", at(7), 1, 1);
    Climb back = Escalations.giveBack(taken, POLICY, "Ana", at(60));
    assertClimb(back, waiting(1, 1, 60, 70), "step 2 of 2", "Ana gave it back");
    for (Escalation other : List.of(waiting(1, 0, 0, 5), new Resolved("ana", at(1)))) {
      assertUnchanged(Escalations.giveBack(other, POLICY, "Ana", at(60)), other);
    }
  }

  @Test
  void escalatingIsTheNextRungFromWhereverItStands() {
    Climb next = Escalations.escalate(waiting(1, 0, 0, 5), POLICY, "Ana", at(1));
    assertClimb(next, waiting(1, 1, 1, 11), "step 2 of 2", "Ana asked for it");
    var taken = new Acknowledged("ana", at(7), 1, 1);
    Climb around = Escalations.escalate(taken, POLICY, "Ana", at(9));
    assertClimb(around, waiting(2, 0, 9, 14), "step 1 of 2", "Ana asked for it");
    var resting = new Escalation.Resting(Escalation.Resting.Why.HELD, "payments", at(0), at(30));
    Climb begun = Escalations.escalate(resting, POLICY, "Ana", at(9));
    assertClimb(begun, waiting(1, 0, 9, 14), "step 1 of 2", "Ana asked for it");
    var over = new Resolved("ana", at(1));
    assertUnchanged(Escalations.escalate(over, POLICY, "Ana", at(9)), over);
  }

  @Test
  void whoeverIsWokenBesideChangesNothingElse() {
    for (Escalation standing : List.of(waiting(1, 0, 0, 5), taken())) {
      Climb wider = Escalations.wakeBeside(standing, List.of(BENS_TURN), "Ana");
      assertClimb(wider, standing, "asked for by Ana", "Ana asked for it");
    }
    var over = new Resolved("ana", at(1));
    assertUnchanged(Escalations.wakeBeside(over, List.of(BENS_TURN), "Ana"), over);
  }

  private static EscalationPolicy anyPolicy(Random random) {
    List<EscalationPolicy.Step> steps = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(5); i++) {
      steps.add(step(new Target.ToPerson(CHO), 1 + random.nextInt(10)));
    }
    return new EscalationPolicy("any", steps, random.nextInt(4), List.of(new Target.ToPerson(DEV)));
  }

  private static Climb due(Climb before, long minute) {
    return Escalations.onDue(before.escalation(), POLICY, at(minute));
  }

  private static Climb handOver(Escalation from) {
    return Escalations.handOver(from, POLICY, BENS_TURN, "ana", at(3));
  }

  private static void assertClimb(Climb climb, Escalation standing, String rung, String reason) {
    assertThat(climb.escalation()).isEqualTo(standing);
    assertThat(climb.wake().orElseThrow().rung().inWords()).isEqualTo(rung);
    assertThat(climb.wake().orElseThrow().reason().inWords()).isEqualTo(reason);
  }

  private static void assertUnchanged(Climb climb, Escalation standing) {
    assertThat(climb).isEqualTo(new Climb(standing, Optional.empty()));
  }

  private static List<Escalation> answered() {
    return List.of(taken(), new Exhausted(at(1)), new Resolved("cho", at(1)));
  }

  private static Escalation taken() {
    return new Acknowledged("cho", at(1), 1, 1);
  }

  private static Escalation waiting(int round, int step, long began, long next) {
    return new Waiting(round, step, at(began), at(next));
  }

  private static EscalationPolicy.Step step(Target target, long minutes) {
    return new EscalationPolicy.Step(List.of(target), Duration.ofMinutes(minutes));
  }

  private static Instant at(long minute) {
    return NIGHT.plus(Duration.ofMinutes(minute));
  }
}
