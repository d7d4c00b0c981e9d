package watchbill.server.config;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import watchbill.catalog.PersonId;
import watchbill.catalog.ServiceId;
import watchbill.restraint.MaintenanceWindow;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Mistake;
import watchbill.server.maintenance.RecurringWork;
import watchbill.time.Span;
import watchbill.time.WallClock;

/// Reads `maintenance`: work at one time, or again and again by a rule.
final class MaintenanceReader {
  private static final int SERVICES_MAX = 500;

  private final Handles services;
  private final Handles people;

  MaintenanceReader(Handles services, Handles people) {
    this.services = services;
    this.people = people;
  }

  Optional<MaintenanceWindow> read(String handle, Field field) {
    return field
        .fields("services", "reason", "owner", "zone", "from", "until", "rule", "lasts")
        .flatMap(window -> {
          Set<ServiceId> of = services(window);
          var reason = window.required("reason", RestraintShapes.REASON);
          var owner = window.required("owner", "the handle of a person").flatMap(people::named);
          var when = when(window);
          return of.isEmpty() || reason.isEmpty() || owner.isEmpty() || when.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new MaintenanceWindow(
                      handle, of, reason.get(), new PersonId(owner.get()), when.get()));
        });
  }

  private Set<ServiceId> services(Fields window) {
    Set<ServiceId> found = new LinkedHashSet<>();
    window
        .required("services", "a list of services")
        .ifPresent(field ->
            field
                .items(1, SERVICES_MAX, "services")
                .forEach(item ->
                    services.named(item).ifPresent(handle -> found.add(new ServiceId(handle)))));
    return found;
  }

  private static Optional<MaintenanceWindow.When> when(Fields window) {
    var zone = window.required("zone", Shapes.ZONE);
    var from = window.required("from", RotaShapes.MOMENT);
    if (!window.has("rule")) {
      var until = window.required("until", RotaShapes.MOMENT);
      return zone.flatMap(z -> from.flatMap(f -> until.flatMap(u -> once(window, z, f, u))));
    }
    if (window.has("until")) {
      window
          .field("until")
          .ifPresent(f ->
              f.refuse(
                  Mistake.Kind.VALUE,
                  "is of no use beside a rule",
                  "use lasts, and UNTIL in the rule"));
    }
    var rule = window.required("rule", RestraintShapes.RULE);
    var lasts = window.required("lasts", RestraintShapes.LENGTH);
    return zone.flatMap(
        z -> from.flatMap(f -> rule.flatMap(r -> lasts.map(l -> again(z, f, r, l)))));
  }

  private static Optional<MaintenanceWindow.When> once(
      Fields window, ZoneId zone, LocalDateTime from, LocalDateTime until) {
    if (!from.isBefore(until)) {
      window
          .field("until")
          .ifPresent(f ->
              f.refuse(
                  Mistake.Kind.VALUE,
                  f.shown(false) + " is not accepted; use a time after from",
                  "from is " + from));
      return Optional.empty();
    }
    return Optional.of(
        MaintenanceWindow.When.once(
            new Span(WallClock.first(from, zone), WallClock.first(until, zone))));
  }

  private static MaintenanceWindow.When again(
      ZoneId zone, LocalDateTime from, String rule, Duration lasts) {
    return new RecurringWork(rule, from, zone, lasts);
  }
}
