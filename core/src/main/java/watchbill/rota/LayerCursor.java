package watchbill.rota;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import watchbill.rota.turn.Piece;
import watchbill.rota.turn.Vacancy;

/// Walks through what one layer says, forward only. Its hours and its turns are each asked again
/// only when their last answer has run out.
final class LayerCursor {
  private final Layer layer;
  private final ZoneId zone;
  private Layer.Opening opening = new Layer.Opening(Optional.empty(), Instant.MIN);
  private Piece turns = Piece.vacant(Vacancy.NO_LAYER, Instant.MIN);

  LayerCursor(Layer layer, ZoneId zone) {
    this.layer = layer;
    this.zone = zone;
  }

  Layer layer() {
    return layer;
  }

  /// @param at never before the last one
  Piece at(Instant at) {
    if (!at.isBefore(opening.until())) {
      opening = layer.opening(at, zone);
    }
    if (opening.closed().isPresent()) {
      return Piece.vacant(opening.closed().get(), opening.until());
    }
    if (!at.isBefore(turns.until())) {
      turns = layer.turns().at(at, zone);
    }
    return turns.noLongerThan(opening.until());
  }
}
