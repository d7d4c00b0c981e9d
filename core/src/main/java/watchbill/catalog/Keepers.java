package watchbill.catalog;

import java.util.List;
import java.util.Optional;

/// Who looks after Watchbill itself.
///
/// @param administrators told of what Watchbill missed; none when nobody is declared
/// @param service what its own alerts are about; without one the administrators are told instead
public record Keepers(List<PersonId> administrators, Optional<ServiceId> service) {
  public static final Keepers NOBODY = new Keepers(List.of(), Optional.empty());

  public Keepers {
    administrators = List.copyOf(administrators);
  }

  /// Whom to tell: the administrators, or where none are declared whoever leads a team, or where
  /// nobody leads it the team.
  public List<PersonId> orWhoLeads(Catalog catalog) {
    return administrators.isEmpty()
        ? catalog.teams().stream()
            .flatMap(t -> t.manager().map(List::of).orElse(t.people()).stream())
            .distinct()
            .toList()
        : administrators;
  }
}
