package watchbill.escalation;

import java.time.Duration;
import watchbill.time.TimeWords;

/// Why somebody is woken now. Shown to people, so every case can say itself.
public sealed interface Reason {
  record PageOpened() implements Reason {}

  record NoAnswer(int stepNumber, Duration waited) implements Reason {}

  record AskedFor(String by) implements Reason {}

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
      case NoAnswer(var number, var waited) ->
          "no answer from step " + number + " in " + TimeWords.of(waited);
      case AskedFor(var by) -> by + " asked for it";
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
}
