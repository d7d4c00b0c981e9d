package watchbill.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.Service;
import watchbill.catalog.ServiceId;
import watchbill.catalog.TeamId;

/// The rules in order, and when each team and service may be told what can wait.
///
/// @param ofServices hours of services that differ from those of their teams
/// @param trees the routes that integrations bring along, for what no rule decided
public record RoutePlan(
    List<Rule> rules,
    Map<TeamId, Hours> ofTeams,
    Map<ServiceId, Hours> ofServices,
    Storm storm,
    Map<IntegrationId, Branch> trees) {
  /// No rules, and no hours: what can wait is told at once, by the ways people chose for the day.
  public static final RoutePlan NONE = new RoutePlan(List.of(), Map.of(), Map.of(), Storm.USUAL);

  /// One in which no integration brings routes along.
  public RoutePlan(
      List<Rule> rules, Map<TeamId, Hours> ofTeams, Map<ServiceId, Hours> ofServices, Storm storm) {
    this(rules, ofTeams, ofServices, storm, Map.of());
  }

  public RoutePlan {
    trees = Map.copyOf(trees);
    rules = List.copyOf(rules);
    ofTeams = Map.copyOf(ofTeams);
    ofServices = Map.copyOf(ofServices);
  }

  /// When people may be told what can wait for this service; empty means always.
  public Optional<Hours> hours(Service service) {
    return Optional.ofNullable(ofServices.get(service.id()))
        .or(() -> Optional.ofNullable(ofTeams.get(service.team())));
  }

  /// The same hours under other rules.
  public RoutePlan with(List<Rule> others) {
    return new RoutePlan(others, ofTeams, ofServices, storm, trees);
  }

  /// The same, with these routes of integrations.
  public RoutePlan withTrees(Map<IntegrationId, Branch> others) {
    return new RoutePlan(rules, ofTeams, ofServices, storm, others);
  }

  /// The routes this integration brings along.
  public Optional<Branch> tree(IntegrationId integration) {
    return Optional.ofNullable(trees.get(integration));
  }
}
