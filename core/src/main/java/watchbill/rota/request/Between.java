package watchbill.rota.request;

import java.time.Instant;
import java.util.Optional;
import watchbill.time.Span;

/// Two instants as somebody gave them: perhaps no length at all, perhaps the wrong way round.
public record Between(Instant from, Instant until) {
  public static Between of(Span span) {
    return new Between(span.from(), span.until());
  }

  /// Empty when the second does not come after the first.
  public Optional<Span> span() {
    return from.isBefore(until) ? Optional.of(new Span(from, until)) : Optional.empty();
  }
}
