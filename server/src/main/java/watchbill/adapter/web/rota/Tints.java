package watchbill.adapter.web.rota;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import watchbill.catalog.PersonId;

/// A quiet colour for each person; their name is always written beside it.
final class Tints {
  /// How many the stylesheet has; none of them is red.
  private static final int TINT_COUNT = 6;

  private final Map<PersonId, Integer> numbers = new HashMap<>();

  /// Tints in the order of the rota, so that neighbours differ.
  Tints(Collection<PersonId> people) {
    people.forEach(this::of);
  }

  /// The class of the stylesheet: `t0`.
  String of(PersonId person) {
    int number = numbers.computeIfAbsent(person, _ -> numbers.size());
    return "t" + number % TINT_COUNT;
  }
}
