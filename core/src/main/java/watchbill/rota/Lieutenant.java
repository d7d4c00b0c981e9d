package watchbill.rota;

import watchbill.catalog.PersonId;

/// How a rota's lieutenant is found. A layer with the role `lieutenant` goes before it.
public sealed interface Lieutenant {
  /// Whoever is on duty after the primary.
  record Next() implements Lieutenant {}

  /// Always the same person.
  record Named(PersonId person) implements Lieutenant {}

  /// Whoever is primary of another rota.
  record OfRota(RotaId rota) implements Lieutenant {}

  /// This rota has none.
  record None() implements Lieutenant {}
}
