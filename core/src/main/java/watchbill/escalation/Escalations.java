package watchbill.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.escalation.Escalation.Acknowledged;
import watchbill.escalation.Escalation.Exhausted;
import watchbill.escalation.Escalation.Resolved;
import watchbill.escalation.Escalation.Waiting;

/// Decides the next rung. Pure.
public final class Escalations {
  /// A fallback who could not be told is tried again after this long, for as long as it takes.
  public static final Duration FALLBACK_AGAIN_AFTER = Duration.ofMinutes(5);

  private Escalations() {}

  public static Climb begin(EscalationPolicy policy, Instant now) {
    return toStep(policy, 1, 0, new Reason.PageOpened(), now);
  }

  /// The time of the next step may have come.
  public static Climb onDue(Escalation current, EscalationPolicy policy, Instant now) {
    return switch (current) {
      case Acknowledged _, Exhausted _, Resolved _ -> Climb.unchanged(current);
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
      case Acknowledged _, Resolved _ -> Climb.unchanged(current);
      case Exhausted _ -> new Climb(tryFallbackAgain(policy, now), Optional.empty());
      case Waiting w -> climb(w, policy, new Reason.NobodyCouldBeTold(w.step() + 1), now);
    };
  }

  /// Somebody takes charge; of a page that was taken already, the first keeps it.
  public static Escalation acknowledge(Escalation current, String by, Instant now) {
    return switch (current) {
      case Waiting w -> new Acknowledged(by, now, w.round(), w.step());
      case Exhausted _ -> new Acknowledged(by, now, 1, 0);
      case Acknowledged _, Resolved _ -> current;
    };
  }

  public static Escalation resolve(Escalation current, String by, Instant now) {
    return switch (current) {
      case Waiting _, Exhausted _, Acknowledged _ -> new Resolved(by, now);
      case Resolved _ -> current;
    };
  }

  /// Hands the page to `target` at a person's request. It must be acknowledged anew; when it is
  /// not, the climb goes on from where it stood.
  public static Climb handOver(
      Escalation current, EscalationPolicy policy, Target target, String by, Instant now) {
    return switch (current) {
      case Waiting w -> handOver(policy, w.round(), w.step(), target, by, now);
      case Acknowledged a -> handOver(policy, a.round(), a.step(), target, by, now);
      case Exhausted _ ->
          handOver(policy, policy.repeat() + 1, policy.steps().size() - 1, target, by, now);
      case Resolved _ -> Climb.unchanged(current);
    };
  }

  /// The rung that follows if nobody answers, and when; empty when none does.
  public static Optional<Next> next(Escalation current, EscalationPolicy policy) {
    return switch (current) {
      case Waiting w -> Optional.of(next(w, policy));
      case Acknowledged _, Exhausted _, Resolved _ -> Optional.empty();
    };
  }

  /// What follows if nobody answers.
  public record Next(Instant at, Wake.Rung rung, List<Target> targets) {}

  private static Next next(Waiting w, EscalationPolicy policy) {
    Climb climb = onDue(w, policy, w.nextAt());
    Wake wake = climb.wake().orElseThrow();
    return new Next(w.nextAt(), wake.rung(), wake.targets());
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
