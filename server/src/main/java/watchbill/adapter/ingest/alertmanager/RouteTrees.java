package watchbill.adapter.ingest.alertmanager;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.alert.Alert;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.route.Branch;

/// The routes that integrations bring along in an `alertmanager.yml`.
///
/// @param roots by integration
/// @param texts of the same as files, for `amtool config show`
public record RouteTrees(Map<IntegrationId, Branch> roots, Map<IntegrationId, String> texts) {
  public static final RouteTrees NONE = new RouteTrees(Map.of(), Map.of());

  public RouteTrees {
    roots = Map.copyOf(roots);
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
    return Optional.ofNullable(roots.get(integration.id()))
        .map(root -> root.all().stream().map(Branch::receiver).distinct().toList())
        .orElseGet(() -> List.of(integration.service().handle()));
  }

  /// Those that this alert goes to.
  List<String> receivers(Alert alert) {
    return Optional.ofNullable(roots.get(alert.integration()))
        .map(root -> root.ends(alert.condition().labels()))
        .map(ends -> ends.stream().map(Branch::receiver).distinct().toList())
        .orElseGet(() -> List.of(alert.service().handle()));
  }
}
