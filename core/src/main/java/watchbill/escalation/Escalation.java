package watchbill.escalation;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Where one page stands on its way up the policy.
public sealed interface Escalation {
  /// Waiting for an answer to a step.
  ///
  /// @param round how often the steps have been begun, from 1
  /// @param step index into the policy's steps, from 0
  /// @param beganAt when this step began
  /// @param nextAt when the next one begins
  record Waiting(int round, int step, Instant beganAt, Instant nextAt) implements Escalation {}

  /// Not begun to climb yet, or put off: nobody is woken before `until`, and then it begins at the
  /// first step.
  ///
  /// @param by a person's handle when they snoozed it; whose hours, when it is held: `payments`;
  ///   else what gathers
  record Resting(Why why, String by, Instant since, Instant until) implements Escalation {

    /// What it waits for.
    public enum Why {
      /// More alerts of its group.
      GATHERING,
      /// The first instant at which it may tell anybody.
      HELD,
      /// What a person said: again then.
      SNOOZED,
      /// A word of its source: the store was put back from a copy, and nobody knows how it stands.
      UNHEARD;

      /// As written in the store and the API: `held`.
      public String word() {
        return name().toLowerCase(Locale.ROOT);
      }

      public static Why ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
      }
    }
  }

  /// Somebody took charge.
  ///
  /// @param step where it stood then
  /// @param until when the step begins anew if the page is still open; empty when never
  record Acknowledged(String by, Instant at, int round, int step, Optional<Instant> until)
      implements Escalation {
    /// For good.
    public Acknowledged(String by, Instant at, int round, int step) {
      this(by, at, round, step, Optional.empty());
    }
  }

  /// Every step was tried, nobody answered, and the fallback was told.
  record Exhausted(Instant at) implements Escalation {}

  record Resolved(String by, Instant at) implements Escalation {}

  /// Whether a human must take charge now.
  default boolean needsSomebody() {
    return switch (this) {
      case Waiting _, Exhausted _ -> true;
      case Resting _, Acknowledged _, Resolved _ -> false;
    };
  }

  /// Whether nobody has taken charge of it and somebody still could.
  default boolean mayBeTaken() {
    return this instanceof Resting || needsSomebody();
  }

  /// When it moves on by itself; empty when it does not.
  default Optional<Instant> movesAt() {
    return switch (this) {
      case Waiting w -> Optional.of(w.nextAt());
      case Resting r -> Optional.of(r.until());
      case Acknowledged a -> a.until();
      case Exhausted _, Resolved _ -> Optional.empty();
    };
  }

  default boolean isResolved() {
    return this instanceof Resolved;
  }
}
