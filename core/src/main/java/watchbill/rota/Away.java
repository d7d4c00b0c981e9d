package watchbill.rota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.catalog.PersonId;

/// Absences, found by whose they are.
final class Away {
  private final Map<PersonId, List<Absence>> byPerson = new HashMap<>();

  Away(List<Absence> absences) {
    absences.forEach(a -> byPerson.computeIfAbsent(a.person(), _ -> new ArrayList<>()).add(a));
  }

  boolean isAway(PersonId person, Instant at) {
    return absence(person, at).isPresent();
  }

  /// The absences of those who are away, in the order of the watchers.
  List<Absence> among(List<Watcher> watchers, Instant at) {
    if (byPerson.isEmpty()) {
      return List.of();
    }
    List<Absence> found = new ArrayList<>();
    for (Watcher watcher : watchers) {
      absence(watcher.person(), at).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Absence> absence(PersonId person, Instant at) {
    for (Absence absence : byPerson.getOrDefault(person, List.of())) {
      if (absence.span().contains(at)) {
        return Optional.of(absence);
      }
    }
    return Optional.empty();
  }
}
