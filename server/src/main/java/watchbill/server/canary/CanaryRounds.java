package watchbill.server.canary;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.catalog.ContactMethod;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Transactions;
import watchbill.notification.Canaries;
import watchbill.notification.Channel;
import watchbill.notification.Delivery;
import watchbill.notification.Notification;
import watchbill.notification.NotificationId;
import watchbill.server.hourly.HourlyRounds;
import watchbill.server.hourly.RoundClaims;
import watchbill.time.TimeSource;

/// Sends a canary by each method once a day, and once an hour after one that failed.
public final class CanaryRounds {
  private static final Logger LOG = LoggerFactory.getLogger(CanaryRounds.class);

  private final Needs needs;
  private final Map<ContactMethod, String> addresses;
  private final Listener listener;
  private final HourlyRounds hourly;
  private final Map<ContactMethod, Boolean> passed = new EnumMap<>(ContactMethod.class);

  /// Told of each, for figures.
  @FunctionalInterface
  public interface Listener {
    void tried(Trial trial);
  }

  /// What the rounds use.
  public record Needs(
      List<Channel> channels, FrontDoor door, Transactions store, TimeSource time) {}

  /// Rounds that are not yet begun.
  ///
  /// @param addresses where the canaries go, by method
  public CanaryRounds(
      Needs needs, Map<ContactMethod, String> addresses, Listener listener, RoundClaims claims) {
    this.needs = needs;
    this.addresses = Map.copyOf(addresses);
    this.listener = listener;
    this.hourly = new HourlyRounds("canaries", this::round, claims);
  }

  public void start() {
    hourly.start();
  }

  /// Returns when the round that is running has ended, or soon after.
  public void stop() throws InterruptedException {
    hourly.stop();
  }

  void round() {
    for (ContactMethod method : ContactMethod.values()) {
      List<Channel> carrying = needs.channels().stream().filter(c -> c.method() == method).toList();
      Optional<String> address = Optional.ofNullable(addresses.get(method));
      if (address.isPresent() && !carrying.isEmpty()) {
        due(method, needs.time().now()).ifPresent(id -> send(id, carrying, address.get()));
      }
    }
  }

  /// That of the day, unless it was sent. That of the hour when the day's failed, and none since
  /// has passed.
  private Optional<NotificationId> due(ContactMethod method, Instant now) {
    NotificationId ofDay = Canaries.ofDay(method, now);
    Optional<Notification> known = find(ofDay);
    if (known.isEmpty()) {
      return Optional.of(ofDay);
    }
    boolean well =
        passed.getOrDefault(method, !(known.get().delivery() instanceof Delivery.Failed));
    NotificationId ofHour = Canaries.ofHour(method, now);
    return well || find(ofHour).isPresent() ? Optional.empty() : Optional.of(ofHour);
  }

  private Optional<Notification> find(NotificationId id) {
    return needs.store().read(stores -> stores.notifications().find(id));
  }

  private void send(NotificationId id, List<Channel> carrying, String address) {
    Instant begunAt = needs.time().now();
    Trial trial = Trial.of(carrying, address, id);
    passed.put(trial.method(), trial.passed());
    listener.tried(trial);
    if (!trial.passed()) {
      LOG.error("the canary by {} failed: {}", trial.method().word(), trial.inWords());
    }
    needs
        .door()
        .submit(
            new Command.KeepCanary(
                id,
                trial.method(),
                address,
                begunAt,
                trial.outcome(),
                trial.provider(),
                trial.inWords()));
  }
}
