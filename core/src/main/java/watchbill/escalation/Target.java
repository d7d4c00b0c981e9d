package watchbill.escalation;

import watchbill.catalog.PersonId;
import watchbill.catalog.TeamId;
import watchbill.rota.Role;
import watchbill.rota.RotaId;

/// Whom a step names.
public sealed interface Target {
  record ToPerson(PersonId person) implements Target {}

  /// Whoever holds the role at the moment the step begins.
  record ToRota(RotaId rota, Role role) implements Target {}

  /// Everybody in the team.
  record ToTeam(TeamId team) implements Target {}

  /// As in the configuration: `rota payments primary`.
  default String inWords() {
    return switch (this) {
      case ToPerson(var person) -> person.handle();
      case ToRota(var rota, var role) -> "rota " + rota + " " + role.word();
      case ToTeam(var team) -> "team " + team;
    };
  }
}
