package watchbill.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchbill.alert.AlertReport;
import watchbill.catalog.Integration;
import watchbill.route.Branch;
import watchbill.route.Copies;
import watchbill.route.RoutePlan;

/// Makes of a report one for each route of its integration's tree in which the alert ends.
final class Copying {
  private Copying() {}

  /// The reports, each followed by its copies. Of the end of an alert it is not known where the
  /// alert ended: it is told to every route there is, and most have nothing open.
  static List<AlertReport> all(Integration from, List<AlertReport> reports, RoutePlan plan) {
    Optional<Branch> tree = plan.tree(from.id()).filter(Branch::canCopy);
    if (tree.isEmpty()) {
      return reports;
    }
    List<AlertReport> all = new ArrayList<>();
    for (AlertReport report : reports) {
      all.add(report);
      switch (report) {
        case AlertReport.Firing firing ->
            tree.get().ends(firing.condition().labels()).stream()
                .skip(1)
                .forEach(end -> all.add(copy(firing, end)));
        case AlertReport.Ended(var key, var name) ->
            tree.get()
                .all()
                .forEach(end -> all.add(new AlertReport.Ended(key.copy(end.name()), name)));
        case AlertReport.TakenCharge(var key) ->
            tree.get()
                .all()
                .forEach(end -> all.add(new AlertReport.TakenCharge(key.copy(end.name()))));
      }
    }
    return all;
  }

  private static AlertReport.Firing copy(AlertReport.Firing firing, Branch end) {
    return new AlertReport.Firing(
        firing.key().copy(end.name()),
        Copies.key(firing.deduplicationKey(), end),
        firing.condition(),
        firing.startsAt(),
        firing.leaseUntil(),
        firing.eventName(),
        firing.service());
  }
}
