package watchbill.rota;

import java.util.List;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.time.Span;

/// A stretch in which the same people are on duty for the same reasons; or nobody is.
///
/// @param gap why nobody is; empty when somebody is
public record Shift(RotaId rota, Role role, Span span, List<Watcher> watchers, Optional<Gap> gap) {
  public Shift {
    watchers = List.copyOf(watchers);
  }

  public boolean isGap() {
    return gap.isPresent();
  }

  public List<PersonId> people() {
    return watchers.stream().map(Watcher::person).toList();
  }

  Shift upTo(Shift next) {
    return new Shift(rota, role, new Span(span.from(), next.span.until()), watchers, gap);
  }

  boolean continuesIn(Shift next) {
    return span.until().equals(next.span.from())
        && watchers.equals(next.watchers)
        && gap.equals(next.gap);
  }
}
