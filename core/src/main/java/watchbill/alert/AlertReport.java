package watchbill.alert;

import java.time.Instant;
import java.util.Optional;
import watchbill.catalog.ServiceId;

/// One thing a sender says about one condition, parsed from an event by an adapter.
public sealed interface AlertReport {
  AlertKey key();

  /// What its sender calls the event that says this. The same event again is no news, whatever
  /// happened since; empty where the sender's events have no names.
  Optional<String> eventName();

  /// The same report, as if its event had no name: it counts once more.
  default AlertReport anew() {
    return switch (this) {
      case Firing firing -> firing.with(Optional.empty(), firing.service);
      case Ended e -> new Ended(e.key);
      case TakenCharge taken -> taken;
    };
  }

  /// It is wrong, since `startsAt`.
  ///
  /// @param leaseUntil when it counts as over unless said again; empty when only a report ends it
  /// @param service that the sender names; empty where it leaves that to the integration
  record Firing(
      AlertKey key,
      String deduplicationKey,
      Condition condition,
      Instant startsAt,
      Optional<Instant> leaseUntil,
      Optional<String> eventName,
      Optional<ServiceId> service)
      implements AlertReport {
    public Firing(
        AlertKey key,
        String deduplicationKey,
        Condition condition,
        Instant startsAt,
        Optional<Instant> leaseUntil) {
      this(
          key,
          deduplicationKey,
          condition,
          startsAt,
          leaseUntil,
          Optional.empty(),
          Optional.empty());
    }

    /// The same, said in an event of this name.
    public Firing in(String name) {
      return with(Optional.of(name), service);
    }

    /// The same, of a service that the sender names; whether there is one is not known.
    public Firing of(ServiceId named) {
      return with(eventName, Optional.of(named));
    }

    private Firing with(Optional<String> name, Optional<ServiceId> named) {
      return new Firing(key, deduplicationKey, condition, startsAt, leaseUntil, name, named);
    }
  }

  /// It is over.
  record Ended(AlertKey key, Optional<String> eventName) implements AlertReport {
    public Ended(AlertKey key) {
      this(key, Optional.empty());
    }
  }

  /// Somebody took charge of it in the sending system.
  record TakenCharge(AlertKey key) implements AlertReport {
    @Override
    public Optional<String> eventName() {
      return Optional.empty();
    }
  }
}
