package watchbill.server.config.alertmanager;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import watchbill.catalog.ServiceId;
import watchbill.route.Calling;
import watchbill.route.Effect;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Mistake;

/// What becomes of an alert that a route gives to a receiver: the service of the same name, or the
/// one that was named for it; a receiver that tells nobody wakes nobody.
final class Receivers {
  private static final int MAX = 1_000;

  private final Map<String, ServiceId> named;
  private final Predicate<String> services;
  private final ServiceId otherwise;
  private final Map<String, Boolean> known = new HashMap<>();
  private final Set<String> warned = new HashSet<>();

  /// @param named services by receiver, as the integration has it
  /// @param services whether there is a service of this handle
  /// @param otherwise the integration's own
  Receivers(Map<String, ServiceId> named, Predicate<String> services, ServiceId otherwise) {
    this.named = named;
    this.services = services;
    this.otherwise = otherwise;
  }

  void read(Field section) {
    for (Field item : section.items(0, MAX, "receivers")) {
      Optional<String> name = Optional.empty();
      boolean tells = false;
      for (Field.Named member : item.named(MAX, "a receiver's keys")) {
        if (member.key().equals("name")) {
          name = member.field().as(IntervalReader.text("a name"));
        } else if (member.key().endsWith("_configs")) {
          tells = true;
          member
              .field()
              .warn("not mapped: people are told by the ways they chose, by the service's policy");
        } else {
          member.refuse(Mistake.Kind.UNKNOWN_KEY, "a receiver has no such key", "");
        }
      }
      boolean telling = tells;
      name.filter(n -> known.putIfAbsent(n, telling) != null)
          .ifPresent(n ->
              item.refuse(Mistake.Kind.DUPLICATE, "the receiver '" + n + "' is given twice", ""));
    }
  }

  /// Nothing where there is no such receiver, which has been said then.
  Optional<Effect> effect(String receiver, Fields route) {
    Boolean tells = known.get(receiver);
    if (tells == null) {
      route
          .whole()
          .refuse(
              Mistake.Kind.REFERENCE,
              "there is no receiver '" + receiver + "'",
              "declare it under receivers");
      return Optional.empty();
    }
    if (named.containsKey(receiver)) {
      return Optional.of(to(named.get(receiver)));
    }
    if (services.test(receiver)) {
      return Optional.of(to(new ServiceId(receiver)));
    }
    if (!tells) {
      return Optional.of(with(Optional.empty(), Optional.of(Calling.NEVER)));
    }
    if (warned.add(receiver)) {
      String words =
          "no service is called '%s', so what it gets goes to %s; name another under receivers"
              .formatted(receiver, otherwise);
      route.whole().warn(words);
    }
    return Optional.of(to(otherwise));
  }

  Set<String> names() {
    return known.keySet();
  }

  private static Effect to(ServiceId service) {
    return with(Optional.of(service), Optional.empty());
  }

  private static Effect with(Optional<ServiceId> service, Optional<Calling> urgency) {
    return new Effect(
        service,
        urgency,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }
}
