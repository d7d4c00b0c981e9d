package watchbill.rota;

import watchbill.catalog.PersonId;

/// How a rota's lieutenant is found.
public sealed interface Lieutenant {
  /// Whoever is on duty after the primary.
  record Next() implements Lieutenant {}

  /// Always the same person.
  record Named(PersonId person) implements Lieutenant {}

  /// This rota has none.
  record None() implements Lieutenant {}
}
