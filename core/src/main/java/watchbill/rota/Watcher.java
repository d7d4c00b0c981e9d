package watchbill.rota;

import watchbill.catalog.PersonId;

/// Somebody on duty, and what put them there.
public record Watcher(PersonId person, Because because) {
  /// What put somebody on duty.
  public sealed interface Because {
    /// It is their turn.
    ///
    /// @param number of the turn in its layer, from 0
    record ByTurn(String layer, long number) implements Because {}

    record ByOverride(String id, String reason, PersonId madeBy) implements Because {}

    /// By the rota's rule for its lieutenant.
    record AsLieutenant() implements Because {}

    /// As the lieutenant of somebody who can't.
    record StandingIn(PersonId away, Absence.Why why) implements Because {}

    /// Empty where there is nothing to explain.
    default String inWords() {
      return switch (this) {
        case ByTurn _, AsLieutenant _ -> "";
        case ByOverride(_, var reason, var madeBy) ->
            (reason.isEmpty() ? "standing in" : reason) + " (entered by " + madeBy + ")";
        case StandingIn(var away, var why) ->
            "standing in for " + away + ", who is " + why.inWords();
      };
    }
  }
}
