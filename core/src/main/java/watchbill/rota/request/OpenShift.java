package watchbill.rota.request;

import java.time.Instant;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.rota.Change;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.time.Span;

/// A watch that waits for somebody to take it.
///
/// @param id its id, ordered by when it was opened
/// @param holder in whose place whoever claims it stands; empty when nobody is on duty then
/// @param reason in the words of whoever opened it; may be empty
public record OpenShift(
    String id,
    RotaId rota,
    Role role,
    Span span,
    Optional<PersonId> holder,
    String reason,
    PersonId openedBy,
    Instant openedAt,
    State state) {

  /// Where it stands.
  public sealed interface State {
    /// Anybody of the rota may take it.
    record Open() implements State {}

    record Claimed(PersonId by, Instant at) implements State {}

    record Withdrawn(PersonId by, Instant at) implements State {}

    /// Nobody took it before it began.
    record Expired(Instant at) implements State {}

    /// As the store and other programs write it: `open`.
    default String word() {
      return switch (this) {
        case Open _ -> "open";
        case Claimed _ -> "claimed";
        case Withdrawn _ -> "withdrawn";
        case Expired _ -> "expired";
      };
    }
  }

  public boolean isOpen() {
    return state instanceof State.Open;
  }

  public OpenShift with(State next) {
    return new OpenShift(id, rota, role, span, holder, reason, openedBy, openedAt, next);
  }

  /// What it means for the rota that somebody takes it.
  public Change claimedBy(PersonId person) {
    return holder
        .<Change>map(out -> new Change.Replace(out, person))
        .orElseGet(() -> new Change.Add(person));
  }
}
