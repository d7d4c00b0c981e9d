package watchbill.watch;

import java.time.Instant;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.time.Span;

/// What somebody knows of their present or next duty in one role of one rota.
///
/// @param next the first that was not over; empty when none was in sight
/// @param seenUntil how far ahead was looked
public record Told(
    PersonId person, RotaId rota, Role role, Optional<Span> next, Instant seenUntil) {

  /// Whether they should be told that it is another now.
  ///
  /// @param found the first duty that is not over
  public boolean isOutdated(Optional<Span> found, Instant now) {
    Optional<Span> known = next.filter(span -> span.until().isAfter(now));
    if (known.isEmpty()) {
      // What came in sight as time went by is no change; nor is what follows a duty that is over.
      return next.isEmpty() && found.filter(f -> isNewAhead(f, now)).isPresent();
    }
    if (found.isEmpty()) {
      return true;
    }
    boolean begun = !known.get().from().isAfter(now);
    boolean foundBegun = !found.get().from().isAfter(now);
    if (foundBegun && !begun) {
      return false; // They are told that it begins, which says all.
    }
    boolean sameStart = begun ? foundBegun : known.get().from().equals(found.get().from());
    return !sameStart || !endsAlike(known.get(), found.get());
  }

  private boolean isNewAhead(Span found, Instant now) {
    return found.from().isAfter(now) && found.from().isBefore(seenUntil);
  }

  /// An end that only now came in sight is no change.
  private boolean endsAlike(Span known, Span found) {
    return known.until().equals(found.until())
        || (known.until().equals(Duties.FAR) && !found.until().isBefore(seenUntil));
  }
}
