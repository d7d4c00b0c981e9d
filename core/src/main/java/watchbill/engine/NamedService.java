package watchbill.engine;

import java.util.Optional;
import watchbill.alert.AlertReport;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.catalog.ServiceId;
import watchbill.route.Route;

/// Lets an alert begin its way at the service its sender names, where there is one; rules may still
/// send it elsewhere. What a sender names that is not there costs no alert.
final class NamedService {
  private NamedService() {}

  static Route route(
      Routing routing, Catalog catalog, Integration from, AlertReport.Firing firing) {
    if (firing.service().isEmpty()) {
      return routing.route(from, firing);
    }
    ServiceId named = firing.service().get();
    if (catalog.service(named).isEmpty()) {
      var missing = new Route.Turn.Named(named, Optional.of(from.service()));
      return routing.route(from, firing).after(missing);
    }
    var there = new Integration(from.id(), from.kind(), from.keyHash(), named);
    return routing.route(there, firing).after(new Route.Turn.Named(named, Optional.empty()));
  }
}
