package watchbill.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.escalation.Escalation.Acknowledged;
import watchbill.escalation.Escalation.Exhausted;
import watchbill.escalation.Escalation.Resolved;
import watchbill.escalation.Escalation.Resting;
import watchbill.escalation.Escalation.Waiting;

/// Decides the next rung. Pure.
public final class Escalations {
  /// A fallback who could not be told is tried again after this long, for as long as it takes.
  public static final Duration FALLBACK_AGAIN_AFTER = Duration.ofMinutes(5);

  /// A page that nobody has heard of is looked at again after this long, and wakes nobody then.
  public static final Duration UNHEARD_AGAIN_AFTER = Duration.ofDays(1);

  private Escalations() {}

  public static Climb begin(EscalationPolicy policy, Instant now) {
    return toStep(policy, 1, 0, new Reason.PageOpened(), now);
  }

  /// The time of the next step may have come.
  public static Climb onDue(Escalation current, EscalationPolicy policy, Instant now) {
    return switch (current) {
      case Exhausted _, Resolved _ -> Climb.unchanged(current);
      case Acknowledged a when a.until().filter(until -> !now.isBefore(until)).isPresent() ->
          toStep(policy, a.round(), a.step(), new Reason.StillOpen(a), now);
      case Acknowledged _ -> Climb.unchanged(current);
      case Resting r when now.isBefore(r.until()) -> Climb.unchanged(current);
      case Resting r when r.why() == Resting.Why.UNHEARD ->
          Climb.unchanged(unheard(r, r.by(), now));
      case Resting r -> toStep(policy, 1, 0, new Reason.RestOver(r), now);
      case Waiting w when now.isBefore(w.nextAt()) -> Climb.unchanged(current);
      case Waiting w -> {
        Duration waited = Duration.between(w.beganAt(), now);
        yield climb(w, policy, new Reason.NoAnswer(w.step() + 1, waited), now);
      }
    };
  }

  /// Nobody the present step named could be told: waiting for their answer would be waiting in
  /// vain. When it was the fallback, nobody comes after them: they are tried again in a while.
  public static Climb onNobodyTold(Escalation current, EscalationPolicy policy, Instant now) {
    return switch (current) {
      case Resting _, Acknowledged _, Resolved _ -> Climb.unchanged(current);
      case Exhausted _ -> new Climb(tryFallbackAgain(policy, now), Optional.empty());
      case Waiting w -> climb(w, policy, new Reason.NobodyCouldBeTold(w.step() + 1), now);
    };
  }

  /// Somebody takes charge; of a page that was taken already, the first keeps it. They are left
  /// alone with it for as long as the policy says.
  public static Escalation acknowledge(
      Escalation current, EscalationPolicy policy, String by, Instant now) {
    Optional<Instant> until = policy.acknowledgementTimeout().map(now::plus);
    return switch (current) {
      case Waiting w -> new Acknowledged(by, now, w.round(), w.step(), until);
      case Resting _, Exhausted _ -> new Acknowledged(by, now, 1, 0, until);
      case Acknowledged _, Resolved _ -> current;
    };
  }

  public static Escalation resolve(Escalation current, String by, Instant now) {
    return switch (current) {
      case Waiting _, Resting _, Exhausted _, Acknowledged _ -> new Resolved(by, now);
      case Resolved _ -> current;
    };
  }

  /// Somebody puts it off: nobody is woken before `until`, and then it begins at the first step.
  public static Escalation snooze(Escalation current, String by, Instant until, Instant now) {
    return switch (current) {
      case Waiting _, Resting _, Exhausted _, Acknowledged _ ->
          new Resting(Resting.Why.SNOOZED, by, now, until);
      case Resolved _ -> current;
    };
  }

  /// Nobody knows how it stands, so it wakes nobody until it is heard from. Whoever has it keeps
  /// it.
  public static Escalation unheard(Escalation current, String by, Instant now) {
    return switch (current) {
      case Waiting _, Exhausted _ -> unheard(by, now, now);
      case Resting r when r.why() == Resting.Why.UNHEARD -> unheard(r.by(), r.since(), now);
      case Resting _ -> unheard(by, now, now);
      case Acknowledged a -> new Acknowledged(a.by(), a.at(), a.round(), a.step());
      case Resolved _ -> current;
    };
  }

  private static Resting unheard(String by, Instant since, Instant now) {
    return new Resting(Resting.Why.UNHEARD, by, since, now.plus(UNHEARD_AGAIN_AFTER));
  }

  /// Its source speaks of what nobody knew of: it begins now.
  public static Climb heardAgain(Escalation current, EscalationPolicy policy, Instant now) {
    return current instanceof Resting r && r.why() == Resting.Why.UNHEARD
        ? toStep(policy, 1, 0, new Reason.RestOver(r), now)
        : Climb.unchanged(current);
  }

  /// The people of the present step were told only now: they have as long to answer as if they had
  /// been told when it began.
  public static Escalation toldAt(Escalation current, EscalationPolicy policy, Instant at) {
    if (!(current instanceof Waiting(var round, var step, var beganAt, var nextAt))) {
      return current;
    }
    Instant later = at.plus(policy.steps().get(step).delay());
    return later.isAfter(nextAt) ? new Waiting(round, step, beganAt, later) : current;
  }

  /// Hands the page to `target` at a person's request. It must be acknowledged anew; when it is
  /// not, the climb goes on from where it stood.
  public static Climb handOver(
      Escalation current, EscalationPolicy policy, Target target, String by, Instant now) {
    return switch (current) {
      case Waiting w -> handOver(policy, w.round(), w.step(), target, by, now);
      case Acknowledged a -> handOver(policy, a.round(), a.step(), target, by, now);
      case Resting _ -> handOver(policy, 1, 0, target, by, now);
      case Exhausted _ ->
          handOver(policy, policy.repeat() + 1, policy.steps().size() - 1, target, by, now);
      case Resolved _ -> Climb.unchanged(current);
    };
  }

  /// Nobody is in charge any more: the step at which somebody took charge begins anew, with its
  /// people, since nobody else knows that it is theirs again.
  public static Climb giveBack(
      Escalation current, EscalationPolicy policy, String by, Instant now) {
    return current instanceof Acknowledged(_, _, var round, var step, _)
        ? toStep(policy, round, step, new Reason.GivenBack(by), now)
        : Climb.unchanged(current);
  }

  /// Climbs to the next rung at a person's request, without waiting for an answer. Whoever took
  /// charge has to do so anew.
  public static Climb escalate(
      Escalation current, EscalationPolicy policy, String by, Instant now) {
    Reason reason = new Reason.AskedFor(by);
    return switch (current) {
      case Waiting w -> climb(w, policy, reason, now);
      case Acknowledged a -> climb(new Waiting(a.round(), a.step(), now, now), policy, reason, now);
      case Resting _ -> toStep(policy, 1, 0, reason, now);
      case Exhausted _, Resolved _ -> Climb.unchanged(current);
    };
  }

  /// Wakes `targets` beside whoever is woken anyway; where the page stands does not change.
  public static Climb wakeBeside(Escalation current, List<Target> targets, String by) {
    return current.isResolved()
        ? Climb.unchanged(current)
        : new Climb(
            current,
            Optional.of(new Wake(new Wake.Rung.OfRequest(by), targets, new Reason.AskedFor(by))));
  }

  /// The rung that follows if nobody answers, and when; empty when none does.
  public static Optional<Next> next(Escalation current, EscalationPolicy policy) {
    return switch (current) {
      case Waiting w -> Optional.of(next(w, w.nextAt(), policy));
      case Resting r when r.why() == Resting.Why.UNHEARD -> Optional.empty();
      case Resting r -> Optional.of(next(r, r.until(), policy));
      case Acknowledged a -> a.until().map(until -> next(a, until, policy));
      case Exhausted _, Resolved _ -> Optional.empty();
    };
  }

  /// What follows if nobody answers.
  public record Next(Instant at, Wake.Rung rung, List<Target> targets) {}

  private static Next next(Escalation current, Instant at, EscalationPolicy policy) {
    Wake wake = onDue(current, policy, at).wake().orElseThrow();
    return new Next(at, wake.rung(), wake.targets());
  }

  private static Climb climb(Waiting w, EscalationPolicy policy, Reason reason, Instant now) {
    if (w.step() + 1 < policy.steps().size()) {
      return toStep(policy, w.round(), w.step() + 1, reason, now);
    }
    if (w.round() <= policy.repeat()) {
      return toStep(policy, w.round() + 1, 0, reason, now);
    }
    // Where the only step reached nobody, "nobody answered" would be untrue.
    Reason exhausted =
        reason instanceof Reason.NobodyCouldBeTold && policy.steps().size() == 1
            ? reason
            : new Reason.EveryStepTried(w.round());
    var wake = new Wake(new Wake.Rung.OfFallback(), policy.fallback(), exhausted);
    return new Climb(new Exhausted(now), Optional.of(wake));
  }

  /// On the last rung of the last round once more, so that the fallback is what follows.
  private static Waiting tryFallbackAgain(EscalationPolicy policy, Instant now) {
    int last = policy.steps().size() - 1;
    return new Waiting(policy.repeat() + 1, last, now, now.plus(FALLBACK_AGAIN_AFTER));
  }

  private static Climb toStep(
      EscalationPolicy policy, int round, int index, Reason reason, Instant now) {
    EscalationPolicy.Step step = policy.steps().get(index);
    // From now, not from when it was due: after an outage nobody is woken twice in one breath.
    var waiting = new Waiting(round, index, now, now.plus(step.delay()));
    var rung = new Wake.Rung.OfStep(index + 1, policy.steps().size());
    return new Climb(waiting, Optional.of(new Wake(rung, step.targets(), reason)));
  }

  private static Climb handOver(
      EscalationPolicy policy, int round, int index, Target target, String by, Instant now) {
    Instant nextAt = now.plus(policy.steps().get(index).delay());
    var wake = new Wake(new Wake.Rung.OfRequest(by), List.of(target), new Reason.AskedFor(by));
    return new Climb(new Waiting(round, index, now, nextAt), Optional.of(wake));
  }
}
