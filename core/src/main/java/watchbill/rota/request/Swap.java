package watchbill.rota.request;

import java.time.Instant;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.time.Span;

/// Somebody asks another to stand watch in their place, perhaps for a watch in return.
///
/// @param id its id, ordered by when it was asked
/// @param span of the asker's duty, which the other is asked to take
/// @param inReturn of the other's duty, which the asker would take; empty when for nothing
/// @param note in the asker's words; may be empty
public record Swap(
    String id,
    RotaId rota,
    Role role,
    PersonId asker,
    Span span,
    PersonId other,
    Optional<Span> inReturn,
    String note,
    Instant askedAt,
    State state) {

  /// Where it stands.
  public sealed interface State {
    /// It waits for the other's answer.
    record Asked() implements State {}

    record Accepted(Instant at) implements State {}

    /// The other said no.
    ///
    /// @param why in the other's words; may be empty
    record Declined(Instant at, String why) implements State {}

    /// Its asker thought better of it.
    record Withdrawn(Instant at) implements State {}

    /// Nobody answered before its first span began.
    record Expired(Instant at) implements State {}

    /// As the store and other programs write it: `asked`.
    default String word() {
      return switch (this) {
        case Asked _ -> "asked";
        case Accepted _ -> "accepted";
        case Declined _ -> "declined";
        case Withdrawn _ -> "withdrawn";
        case Expired _ -> "expired";
      };
    }
  }

  public boolean isOpen() {
    return state instanceof State.Asked;
  }

  /// When its first span begins: it can't be answered any more.
  public Instant expiresAt() {
    return inReturn.map(Span::from).filter(from -> from.isBefore(span.from())).orElse(span.from());
  }

  public Swap with(State next) {
    return new Swap(id, rota, role, asker, span, other, inReturn, note, askedAt, next);
  }
}
