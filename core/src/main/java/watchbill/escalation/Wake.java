package watchbill.escalation;

import java.util.List;

/// An order to wake whoever the targets are at this moment.
///
/// @param rung which part of the policy orders it
public record Wake(Rung rung, List<Target> targets, Reason reason) {

  /// A part of a policy.
  public sealed interface Rung {
    /// A step of the policy.
    ///
    /// @param number from 1
    record OfStep(int number, int of) implements Rung {}

    record OfFallback() implements Rung {}

    record OfRequest(String by) implements Rung {}

    default String inWords() {
      return switch (this) {
        case OfStep(var number, var of) -> "step " + number + " of " + of;
        case OfFallback _ -> "fallback";
        case OfRequest(var by) -> "asked for by " + by;
      };
    }
  }
}
