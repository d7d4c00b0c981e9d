package watchbill.adapter.api;

import java.time.LocalDate;
import java.util.List;
import watchbill.catalog.Team;
import watchbill.engine.Workloads.TeamDays;

/// A team's capacity as the API gives it.
record CapacityJson(String team, List<OfTeam> days, List<OfPerson> people) {
  /// A team's day.
  ///
  /// @param people how many are in it
  /// @param percent the sum: 350 are three people and a half
  record OfTeam(LocalDate date, int people, int percent) {}

  /// A person's day.
  ///
  /// @param because `on duty`, `away`, `weekend`, `holiday`; empty for a whole day
  record OfPerson(String person, LocalDate date, int percent, String because) {}

  static CapacityJson of(Team team, TeamDays found) {
    return new CapacityJson(
        team.id().handle(),
        found.days().stream().map(d -> new OfTeam(d.date(), d.people(), d.percent())).toList(),
        found.people().stream()
            .map(c -> new OfPerson(c.person().handle(), c.date(), c.percent(), c.because()))
            .toList());
  }
}
