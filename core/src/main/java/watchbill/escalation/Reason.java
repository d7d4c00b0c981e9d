package watchbill.escalation;

import java.time.Duration;
import watchbill.time.TimeWords;

/// Why somebody is woken now. Shown to people, so every case can say itself.
public sealed interface Reason {
  record PageOpened() implements Reason {}

  /// What kept the page from waking anybody is over.
  record RestOver(Escalation.Resting rest) implements Reason {}

  record NoAnswer(int stepNumber, Duration waited) implements Reason {}

  record AskedFor(String by) implements Reason {}

  /// Somebody took charge, the policy's time for that is over, and the page is not.
  record StillOpen(Escalation.Acknowledged taken) implements Reason {}

  /// Somebody had taken charge, and does no longer.
  record GivenBack(String by) implements Reason {}

  /// A step's targets were nobody, or nobody who can be reached.
  record NobodyToWake(String gaps) implements Reason {}

  /// Every way to everybody a step named was refused.
  record NobodyCouldBeTold(int stepNumber) implements Reason {}

  /// The page should have moved on and did not; this program was at fault.
  record Overdue(Duration by) implements Reason {}

  record EveryStepTried(int rounds) implements Reason {}

  default String inWords() {
    return switch (this) {
      case PageOpened _ -> "the page opened";
      case RestOver(var rest) -> restOver(rest);
      case NoAnswer(var number, var waited) ->
          "no answer from step " + number + " in " + TimeWords.of(waited);
      case AskedFor(var by) -> by + " asked for it";
      case StillOpen(var taken) -> stillOpen(taken);
      case GivenBack(var by) -> by + " gave it back";
      case NobodyToWake(var gaps) -> gaps;
      case NobodyCouldBeTold(var number) ->
          "step " + number + " reached nobody: every way to them was refused";
      case Overdue(var by) -> "the page should have moved on " + TimeWords.of(by) + " ago";
      case EveryStepTried(var rounds) when rounds == 1 ->
          "every step was tried and nobody answered";
      case EveryStepTried(var rounds) ->
          "every step was tried " + rounds + " times and nobody answered";
    };
  }

  private static String stillOpen(Escalation.Acknowledged taken) {
    String ago =
        taken
            .until()
            .map(until -> TimeWords.of(Duration.between(taken.at(), until)) + " after ")
            .orElse("after ");
    return "still open " + ago + taken.by() + " acknowledged it";
  }

  private static String restOver(Escalation.Resting rest) {
    return switch (rest.why()) {
      case GATHERING ->
          "the page opened and gathered alerts for "
              + TimeWords.of(Duration.between(rest.since(), rest.until()));
      case HELD -> "held until the hours of " + rest.by() + ", which begin now";
      case SNOOZED -> "the snooze of " + rest.by() + " is over";
      case UNHEARD -> "its source speaks of it again, after the store was restored from a copy";
    };
  }
}
