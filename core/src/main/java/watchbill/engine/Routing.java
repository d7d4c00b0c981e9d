package watchbill.engine;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.alert.AlertReport;
import watchbill.alert.Severity;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;
import watchbill.catalog.Service;
import watchbill.catalog.ServiceId;
import watchbill.route.Calling;
import watchbill.route.Facts;
import watchbill.route.GroupKeys;
import watchbill.route.Hours;
import watchbill.route.Route;
import watchbill.route.RoutePlan;
import watchbill.route.Routes;
import watchbill.route.Timing;

/// Sends reports through the rules, at one instant.
public final class Routing {
  private final Configuration configuration;
  private final RoutePlan plan;
  private final HolidayBook holidays;
  private final Instant now;
  private final Map<ServiceId, Optional<Facts.Place>> places = new HashMap<>();
  private final Map<Plain, Route> plain = new HashMap<>();

  public Routing(Configuration configuration, Stores stores, Instant now) {
    this(configuration, configuration.routing(), stores, now);
  }

  /// By rules that are not declared, to see what they would do.
  public Routing(Configuration configuration, RoutePlan plan, Stores stores, Instant now) {
    this.configuration = configuration;
    this.plan = plan;
    this.holidays = new HolidayBook(stores, now);
    this.now = now;
  }

  private record Plain(ServiceId service, Severity severity) {}

  /// Where a report goes. What a person raised by hand is for the service they named, and now.
  public Route route(Integration from, AlertReport.Firing firing) {
    boolean ruled = !plan.rules().isEmpty() || plan.tree(from.id()).isPresent();
    if (!ruled || from.kind() == IntegrationKind.MANUAL) {
      // In a storm most reports go one way; it is put together once.
      return plain.computeIfAbsent(
          new Plain(from.service(), firing.condition().severity()), Routing::unruled);
    }
    return place(from.service())
        .map(place -> Routes.decide(plan, facts(from, firing, place), this::place))
        .orElseGet(() -> unruled(new Plain(from.service(), firing.condition().severity())));
  }

  private static Route unruled(Plain plain) {
    return new Route(
        plain.service(),
        Calling.of(plain.severity().urgency()),
        Optional.empty(),
        GroupKeys.ALL,
        Timing.AT_ONCE,
        Map.of(),
        List.of());
  }

  private static Facts facts(Integration from, AlertReport.Firing firing, Facts.Place place) {
    return new Facts(
        from.id().handle(),
        from.kind().word(),
        firing.deduplicationKey(),
        firing.condition(),
        firing.condition().labels(),
        place);
  }

  private Optional<Facts.Place> place(ServiceId id) {
    return places.computeIfAbsent(
        id, service -> configuration.catalog().service(service).map(this::place));
  }

  private Facts.Place place(Service service) {
    Optional<Hours> hours = plan.hours(service);
    ZoneId zone = hours.map(Hours::zone).orElse(ZoneOffset.UTC);
    boolean working = hours.map(h -> h.isOpen(now, holidays.of(h.region()))).orElse(true);
    return new Facts.Place(
        service.id(), service.team(), service.tier(), LocalDateTime.ofInstant(now, zone), working);
  }
}
