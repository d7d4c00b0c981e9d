package watchbill.rota.turn;

import java.time.Instant;
import java.util.List;

/// What a layer says at an instant, and the next instant at which it may say something else.
///
/// @param turns whose turn it is; several where shifts overlap; none where the layer is empty
/// @param vacancy why it is empty, where it is
/// @param until after the instant asked about; [#NEVER] when nothing changes again
public record Piece(List<Turn> turns, Vacancy vacancy, Instant until) {
  /// Later than any instant a rota speaks about.
  public static final Instant NEVER = Instant.MAX;

  /// A turn that is being taken.
  ///
  /// @param number counted from the layer's anchor, from 0
  public record Turn(long number, Seat seat) {}

  static Piece held(List<Turn> turns, Instant until) {
    for (Turn turn : turns) {
      if (turn.seat().isEmpty()) {
        List<Turn> taken = turns.stream().filter(t -> !t.seat().isEmpty()).toList();
        return new Piece(taken, Vacancy.EMPTY_SEAT, until);
      }
    }
    return new Piece(turns, Vacancy.EMPTY_SEAT, until);
  }

  /// Nobody, until then.
  public static Piece vacant(Vacancy vacancy, Instant until) {
    return new Piece(List.of(), vacancy, until);
  }

  /// The same, asked again by `limit` at the latest.
  public Piece noLongerThan(Instant limit) {
    return limit.isBefore(until) ? new Piece(turns, vacancy, limit) : this;
  }
}
