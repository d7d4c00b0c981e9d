package watchbill.rota.request;

import java.time.Instant;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.rota.Absence;
import watchbill.time.Span;

/// Somebody can't stand watch for a while; their lieutenant does, until they take it back.
///
/// @param id its id, ordered by when it was said
/// @param span from when it was said to the end of their shift, or as they gave it
/// @param why `CANNOT` or `MISSED_WAKE_TEST`
/// @param by a person's handle, or `watchbill`
/// @param via how it was said: `wake link`, `web`, `wake test`
public record StandDown(
    String id,
    PersonId person,
    Span span,
    Absence.Why why,
    String by,
    String via,
    Optional<Instant> takenBackAt) {

  /// What counts of it; empty when it was taken back as soon as it was said.
  public Optional<Absence> absence() {
    Instant until = takenBackAt.filter(at -> at.isBefore(span.until())).orElse(span.until());
    return span.from().isBefore(until)
        ? Optional.of(new Absence(person, new Span(span.from(), until), why))
        : Optional.empty();
  }

  public boolean isInForce(Instant at) {
    return absence().filter(a -> a.span().contains(at)).isPresent();
  }
}
