package watchbill.rota;

import java.time.Instant;
import watchbill.catalog.PersonId;
import watchbill.time.Span;

/// Somebody stands in for whoever holds a role, for a span. The newest override wins.
///
/// @param id its id, ordered by when it was made
/// @param madeBy who entered it
public record RotaOverride(
    String id,
    RotaId rota,
    Role role,
    Span span,
    PersonId person,
    PersonId madeBy,
    Instant madeAt) {}
