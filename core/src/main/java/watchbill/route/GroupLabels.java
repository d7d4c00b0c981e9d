package watchbill.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import watchbill.catalog.IntegrationId;

/// By which labels a page was put together, as far as the rules of now say so. Pure.
public final class GroupLabels {
  private GroupLabels() {}

  /// An alert of the page, by what rules saw of it.
  ///
  /// @param key by which its sender tells its alerts apart
  /// @param labels with those that rules added
  public record Member(IntegrationId integration, String key, Map<String, String> labels) {}

  /// The labels that a member shares with all of its group, sorted by name; those it lacks are left
  /// out. Empty when it was not grouped by labels, or by a rule that there is no more.
  ///
  /// @param group as the page has it
  public static Map<String, String> of(RoutePlan plan, String group, Member member) {
    return Stream.concat(
            plan.rules().stream().map(rule -> labels(rule.name(), rule.then(), group, member)),
            plan.tree(member.integration()).map(Branch::all).orElse(List.of()).stream()
                .map(branch -> labels(branch.name(), branch.then(), group, member)))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Map.of());
  }

  /// Made anew and compared, because the text of a group may be cut.
  private static Optional<Map<String, String>> labels(
      String rule, Effect then, String group, Member member) {
    return then.grouping()
        .flatMap(grouping ->
            switch (grouping) {
              case Grouping.ByLabels(var names) ->
                  GroupKeys.of(rule, GroupKeys.labels(names, member.labels())).equals(group)
                      ? Optional.of(only(names, member.labels()))
                      : Optional.empty();
              case Grouping.Apart _ ->
                  GroupKeys.apart(rule, member.integration().handle(), member.key()).equals(group)
                      ? Optional.of(new TreeMap<>(member.labels()))
                      : Optional.empty();
              case Grouping.ByService _, Grouping.ByExpression _ -> Optional.empty();
            });
  }

  private static Map<String, String> only(List<String> names, Map<String, String> labels) {
    Map<String, String> shared = new TreeMap<>(labels);
    shared.keySet().retainAll(names);
    return shared;
  }
}
