package watchbill.watch;

import watchbill.catalog.PersonId;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.time.Span;

/// A stretch in which somebody is on duty without a pause, for whatever reasons.
///
/// @param span ends at [Duties#FAR] where no end is in sight
/// @param how what put them there, in words; empty for their turn
public record Duty(PersonId person, RotaId rota, Role role, Span span, String how) {
  boolean meets(Duty next) {
    return span.until().equals(next.span.from());
  }

  Duty upTo(Duty next) {
    return new Duty(person, rota, role, new Span(span.from(), next.span.until()), how);
  }
}
