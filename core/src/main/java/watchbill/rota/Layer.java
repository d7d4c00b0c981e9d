package watchbill.rota;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import watchbill.rota.turn.Piece;
import watchbill.rota.turn.Turns;
import watchbill.rota.turn.Vacancy;
import watchbill.rota.turn.Window;

/// One layer of a rota.
///
/// @param name for people, unique in its rota: `nights`
/// @param role in which capacity its people stand watch
/// @param priority the highest that has anybody wins; equal ones are united
/// @param from and `until`: the layer counts between them alone, the end excluded
/// @param hours the layer counts inside these windows alone; none means always
public record Layer(
    String name,
    Role role,
    int priority,
    Optional<Instant> from,
    Optional<Instant> until,
    List<Window> hours,
    Turns turns) {
  public Layer {
    hours = List.copyOf(hours);
  }

  /// A layer of primaries that counts always.
  public static Layer of(String name, int priority, Turns turns) {
    return new Layer(
        name, Role.PRIMARY, priority, Optional.empty(), Optional.empty(), List.of(), turns);
  }

  /// Whether the layer counts at an instant, whosever turn it is.
  Opening opening(Instant at, ZoneId zone) {
    if (from.isPresent() && at.isBefore(from.get())) {
      return new Opening(Optional.of(Vacancy.NOT_BEGUN), from.get());
    }
    if (until.isPresent() && !at.isBefore(until.get())) {
      return new Opening(Optional.of(Vacancy.ENDED), Piece.NEVER);
    }
    Instant limit = until.orElse(Piece.NEVER);
    if (hours.isEmpty()) {
      return new Opening(Optional.empty(), limit);
    }
    Window.Opening window = Window.opening(hours, at, zone);
    return new Opening(
        window.open() ? Optional.empty() : Optional.of(Vacancy.OUTSIDE_HOURS),
        window.until().isBefore(limit) ? window.until() : limit);
  }

  /// Whether a layer counts.
  ///
  /// @param closed why it does not; empty when it does
  /// @param until when to ask again
  record Opening(Optional<Vacancy> closed, Instant until) {}
}
