package watchbill.adapter.ingest.pagerduty;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Reading;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;
import watchbill.change.ChangeReport;
import watchbill.kernel.Refusal;

/// Reads events of versions 1 and 2, and changes. The head of a message says which it is, and the
/// key that an event without one was given.
public final class PagerDutyDialect implements Dialect {
  /// The path a message came to.
  static final String ADDRESS = "address";

  /// The key that was made for an event that brought none.
  static final String MADE_KEY = "dedup-key";

  /// A condition older than this has a clock that is wrong, or a sender that keeps no time.
  private static final Duration OLDEST = Duration.ofDays(366);

  public PagerDutyDialect() {}

  @Override
  public IntegrationKind kind() {
    return IntegrationKind.PAGERDUTY;
  }

  @Override
  public Set<String> headers() {
    return Set.of(ADDRESS, MADE_KEY);
  }

  @Override
  public Reading read(Message message, Integration from, Instant now) {
    Address address = message.header(ADDRESS).flatMap(Address::of).orElse(Address.EVENTS);
    return switch (EventReader.read(address, message.body())) {
      case EventReader.Read.Wrong(var refusals) -> new Reading.Refused(refusals);
      case EventReader.Read.Sound(var event, _) -> {
        String key = event.alertKey(message.header(MADE_KEY).orElse(""));
        yield event.action() != PagerDutyEvent.Action.CHANGE && key.isEmpty()
            ? Reading.Refused.because(
                new Refusal("event.missing", "dedup_key", "", "the key it was given"))
            : understood(event, from, key, now);
      }
    };
  }

  /// What a sound event comes to.
  ///
  /// @param key the alert's
  static Reading.Understood understood(
      PagerDutyEvent event, Integration from, String key, Instant now) {
    AlertKey alert = AlertKey.of(from.id(), key);
    return switch (event.action()) {
      case ACKNOWLEDGE -> alerts(new AlertReport.TakenCharge(alert));
      case RESOLVE -> alerts(new AlertReport.Ended(alert));
      case TRIGGER -> alerts(firing(event, alert, key, now));
      case CHANGE -> new Reading.Understood(List.of(), List.of(change(event, now)), List.of());
    };
  }

  private static Reading.Understood alerts(AlertReport report) {
    return Reading.Understood.alerts(List.of(report));
  }

  private static AlertReport firing(PagerDutyEvent event, AlertKey alert, String key, Instant now) {
    PagerDutyEvent.Payload payload = event.payload().orElseThrow();
    var condition =
        new Condition(
            payload.summary(),
            payload.source(),
            payload.severity(),
            payload.labels(),
            payload.details());
    return new AlertReport.Firing(alert, key, condition, began(payload, now), Optional.empty());
  }

  private static ChangeReport change(PagerDutyEvent event, Instant now) {
    PagerDutyEvent.Payload payload = event.payload().orElseThrow();
    Map<String, String> details = payload.details();
    return new ChangeReport(payload.summary(), payload.source(), began(payload, now), details);
  }

  private static Instant began(PagerDutyEvent.Payload payload, Instant now) {
    return payload
        .timestamp()
        .filter(t -> !t.isAfter(now) && t.isAfter(now.minus(OLDEST)))
        .orElse(now);
  }
}
