package watchbill.rota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import watchbill.catalog.PersonId;
import watchbill.rota.turn.Piece;
import watchbill.rota.turn.Vacancy;

/// Walks through what a rota's layers say for one role, forward only.
///
/// A layer is asked again only when its last answer has run out, so that a walk over a year costs
/// as much as there are shifts in it, and a single question costs one answer a layer.
final class PlanCursor {
  private final List<LayerCursor> layers;
  private final Piece[] pieces;

  PlanCursor(Rota rota, Role role) {
    this.layers =
        rota.layersOf(role).stream().map(layer -> new LayerCursor(layer, rota.zone())).toList();
    this.pieces = new Piece[layers.size()];
    Arrays.fill(pieces, Piece.vacant(Vacancy.NO_LAYER, Instant.MIN));
  }

  boolean hasLayers() {
    return !layers.isEmpty();
  }

  /// Who is on duty by turn.
  ///
  /// @param until when to ask again
  record Planned(List<Watcher> watchers, Vacancy vacancy, Instant until) {}

  /// Who is on duty by turn.
  ///
  /// @param at never before the last one
  Planned at(Instant at) {
    Instant until = Piece.NEVER;
    int highest = Integer.MIN_VALUE;
    Vacancy vacancy = Vacancy.NO_LAYER;
    for (int i = 0; i < pieces.length; i++) {
      if (!at.isBefore(pieces[i].until())) {
        pieces[i] = layers.get(i).at(at);
      }
      Piece piece = pieces[i];
      until = piece.until().isBefore(until) ? piece.until() : until;
      if (!piece.turns().isEmpty()) {
        highest = Math.max(highest, layers.get(i).layer().priority());
      } else if (piece.vacancy().compareTo(vacancy) > 0) {
        vacancy = piece.vacancy();
      }
    }
    return new Planned(watchers(highest), vacancy, until);
  }

  /// Those of all layers of this priority that have anybody, each once.
  private List<Watcher> watchers(int priority) {
    List<Watcher> watchers = new ArrayList<>();
    for (int i = 0; i < pieces.length; i++) {
      Layer layer = layers.get(i).layer();
      if (layer.priority() == priority) {
        for (Piece.Turn turn : pieces[i].turns()) {
          var because = new Watcher.Because.ByTurn(layer.name(), turn.number());
          for (PersonId person : turn.seat().people()) {
            add(watchers, new Watcher(person, because));
          }
        }
      }
    }
    return watchers;
  }

  private static void add(List<Watcher> watchers, Watcher watcher) {
    for (Watcher known : watchers) {
      if (known.person().equals(watcher.person())) {
        return;
      }
    }
    watchers.add(watcher);
  }
}
