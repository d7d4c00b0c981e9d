package watchbill.rota;

import java.time.Instant;
import watchbill.catalog.PersonId;
import watchbill.time.Span;

/// Something people entered that differs from the plan, for a span.
///
/// @param id its id, ordered by when it was made
/// @param reason in the words of whoever entered it, or what made it: `swap with Cho`; may be empty
/// @param madeBy who entered it
public record RotaOverride(
    String id,
    RotaId rota,
    Role role,
    Span span,
    Change change,
    String reason,
    PersonId madeBy,
    Instant madeAt) {}
