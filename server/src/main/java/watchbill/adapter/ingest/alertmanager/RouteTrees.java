package watchbill.adapter.ingest.alertmanager;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.alert.Alert;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.route.Branch;
import watchbill.route.GroupLabels;
import watchbill.route.RoutePlan;

/// The routes that integrations bring along in an `alertmanager.yml`, and what else decides about
/// groups.
///
/// @param plan with the routes by integration
/// @param texts of the same as files, for `amtool config show`
public record RouteTrees(RoutePlan plan, Map<IntegrationId, String> texts) {
  public static final RouteTrees NONE = new RouteTrees(RoutePlan.NONE, Map.of());

  public RouteTrees {
    texts = Map.copyOf(texts);
  }

  /// Loadable as a configuration, since amtool loads it before it does anything else. Without a
  /// file there is one receiver: the service.
  String text(Integration integration) {
    return Optional.ofNullable(texts.get(integration.id()))
        .orElseGet(() -> {
          String name = integration.service().handle();
          return "route:\n  receiver: " + name + "\nreceivers:\n  - name: " + name + "\n";
        });
  }

  /// All there are, in the order of the routes.
  List<String> receivers(Integration integration) {
    return plan.tree(integration.id())
        .map(root -> root.all().stream().map(Branch::receiver).distinct().toList())
        .orElseGet(() -> List.of(integration.service().handle()));
  }

  /// Those that this alert goes to.
  List<String> receivers(Alert alert) {
    return plan.tree(alert.integration())
        .map(root -> root.ends(alert.shown().labels()))
        .map(ends -> ends.stream().map(Branch::receiver).distinct().toList())
        .orElseGet(() -> List.of(alert.service().handle()));
  }

  /// The labels that this alert shares with all of its page; none when they are not known.
  ///
  /// @param group of its page
  Map<String, String> shared(String group, Alert alert) {
    return GroupLabels.of(
        plan,
        group,
        new GroupLabels.Member(
            alert.integration(), alert.deduplicationKey(), alert.shown().labels()));
  }
}
