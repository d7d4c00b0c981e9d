package watchbill.escalation;

import java.time.Instant;

/// Where one page stands on its way up the policy.
public sealed interface Escalation {
  /// Waiting for an answer to a step.
  ///
  /// @param round how often the steps have been begun, from 1
  /// @param step index into the policy's steps, from 0
  /// @param beganAt when this step began
  /// @param nextAt when the next one begins
  record Waiting(int round, int step, Instant beganAt, Instant nextAt) implements Escalation {}

  /// Somebody took charge.
  ///
  /// @param step where it stood then
  record Acknowledged(String by, Instant at, int round, int step) implements Escalation {}

  /// Every step was tried, nobody answered, and the fallback was told.
  record Exhausted(Instant at) implements Escalation {}

  record Resolved(String by, Instant at) implements Escalation {}

  /// Whether a human must still take charge.
  default boolean needsSomebody() {
    return switch (this) {
      case Waiting _, Exhausted _ -> true;
      case Acknowledged _, Resolved _ -> false;
    };
  }

  default boolean isResolved() {
    return this instanceof Resolved;
  }
}
