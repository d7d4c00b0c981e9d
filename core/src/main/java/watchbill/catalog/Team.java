package watchbill.catalog;

import java.util.List;
import java.util.Optional;

/// People who run services together.
public record Team(TeamId id, List<PersonId> people, Optional<PersonId> manager) {
  public Team {
    people = List.copyOf(people);
  }
}
