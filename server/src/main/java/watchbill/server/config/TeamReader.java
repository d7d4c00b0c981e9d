package watchbill.server.config;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchbill.catalog.PersonId;
import watchbill.catalog.Team;
import watchbill.catalog.TeamId;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Mistake;

/// Reads `teams`.
final class TeamReader {
  private static final int PEOPLE = 200;

  private final Handles people;
  private final Map<TeamId, Field> hours = new LinkedHashMap<>();

  TeamReader(Handles people) {
    this.people = people;
  }

  /// What teams say of their hours, to be read when rotas are.
  Map<TeamId, Field> hours() {
    return hours;
  }

  Optional<Team> read(String handle, Field field) {
    return field
        .fields("people", "manager", "hours")
        .map(team -> {
          team.field("hours").ifPresent(hours -> this.hours.put(new TeamId(handle), hours));
          return team;
        })
        .map(team ->
            new Team(
                new TeamId(handle),
                people(team),
                team.field("manager").flatMap(people::named).map(PersonId::new)));
  }

  private List<PersonId> people(Fields team) {
    Set<PersonId> members = new LinkedHashSet<>();
    team.required("people", "a list of 1 to " + PEOPLE + " people")
        .map(f -> f.items(1, PEOPLE, "people"))
        .orElse(List.of())
        .forEach(item -> people.named(item).ifPresent(p -> add(members, p, item)));
    return List.copyOf(members);
  }

  private static void add(Set<PersonId> members, String person, Field item) {
    if (!members.add(new PersonId(person))) {
      item.refuse(
          Mistake.Kind.DUPLICATE, "'" + person + "' is in the team twice", "remove one of the two");
    }
  }
}
