package watchbill.engine;

import java.util.Optional;
import watchbill.alert.Suppression;
import watchbill.route.Calling;
import watchbill.route.Route;

/// What a rule that says `never` does to an alert: it is kept, and nobody is woken for it.
final class Muting {
  private Muting() {}

  static Optional<Suppression> by(Route route) {
    return route.calling() == Calling.NEVER
        ? Optional.of(new Suppression.ByRule(route.calledBy().orElse("unnamed")))
        : Optional.empty();
  }
}
