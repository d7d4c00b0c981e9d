package watchbill.engine;

import java.util.List;
import java.util.Optional;
import watchbill.alert.Alert;
import watchbill.alert.AlertStore;
import watchbill.restraint.InhibitionRule;
import watchbill.restraint.Inhibitions;

/// Makes what is declared of restraints hold for alerts that are open already.
final class Adopting {
  private static final int AT_ONCE = 1_000;

  private final Turn turn;
  private final Suppressing suppressing;

  Adopting(Turn turn) {
    this.turn = turn;
    this.suppressing = new Suppressing(turn);
  }

  /// Only where the rules of inhibition are others than before does this look at all open alerts;
  /// it happens when somebody has edited them, and in one turn, so that no target is missed.
  Reply adopt() {
    List<InhibitionRule> rules = turn.configuration().restraints().inhibitions();
    String name = Inhibitions.nameOf(rules);
    if (!turn.stores().restraints().rules().equals(Optional.of(name))) {
      turn.stores().restraints().rules(name);
      if (!rules.isEmpty()) {
        noteSources();
      }
    }
    turn.stores().alerts().examineAll(turn.now());
    return new Reply.Done();
  }

  private void noteSources() {
    Optional<AlertStore.Place> after = Optional.empty();
    do {
      List<Alert> seen = turn.stores().alerts().openAfter(after, AT_ONCE);
      suppressing.note(seen);
      after = seen.size() < AT_ONCE ? Optional.empty() : AlertStore.Place.of(seen.getLast());
    } while (after.isPresent());
  }
}
