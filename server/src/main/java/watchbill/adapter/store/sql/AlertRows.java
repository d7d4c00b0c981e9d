package watchbill.adapter.store.sql;

import java.time.Instant;
import java.util.Optional;
import watchbill.alert.Alert;
import watchbill.alert.AlertId;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertState;
import watchbill.alert.Condition;
import watchbill.alert.EventId;
import watchbill.alert.KnownAlert;
import watchbill.alert.PageId;
import watchbill.alert.Severity;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Urgency;

/// Alerts as rows, there and back.
final class AlertRows {
  private AlertRows() {}

  static void bindWords(Query row, Alert alert) {
    Condition condition = alert.condition();
    row.text(alert.id().value())
        .text(alert.integration().handle())
        .text(alert.service().handle())
        .text(alert.deduplicationKey())
        .text(condition.summary())
        .text(condition.source())
        .text(condition.severity().word())
        .text(StringMaps.toJson(condition.labels()))
        .text(StringMaps.toJson(condition.details()))
        .instant(alert.openedAt())
        .text(alert.firstEvent().value());
  }

  static void bindStanding(Query row, Alert alert) {
    Optional<AlertState.Resolved> over = alert.state().resolved();
    row.text(alert.id().value())
        .bytes(alert.key().bytes())
        .flag(over.map(AlertRows::isByPerson).orElse(true))
        .text(alert.page().value())
        .text(alert.condition().severity().urgency().word())
        .number(alert.condition().fingerprint())
        .instant(alert.startsAt())
        .instant(over.map(AlertState.Resolved::at))
        .text(over.map(AlertState.Resolved::by))
        .instant(alert.leaseUntil())
        .instant(over.isPresent() ? Optional.empty() : alert.leaseUntil())
        .instant(alert.lastSeenAt())
        .number(alert.reportCount())
        .text(alert.lastEvent().value());
  }

  /// What a person resolved holds its key until a new alert takes it.
  static boolean isByPerson(AlertState.Resolved how) {
    return !how.by().equals(AlertState.Resolved.BY_SOURCE)
        && !how.by().equals(AlertState.Resolved.BY_LEASE);
  }

  static KnownAlert known(Row row) {
    AlertKey key = AlertKey.ofBytes(row.bytes());
    return new KnownAlert(
        new AlertId(row.text()),
        key,
        new PageId(row.text()),
        Urgency.ofWord(row.text()),
        state(row),
        row.instant(),
        row.optionalInstant(),
        row.smallNumber());
  }

  static Alert alert(Row row) {
    var id = new AlertId(row.text());
    AlertKey key = AlertKey.ofBytes(row.bytes());
    var integration = new IntegrationId(row.text());
    var service = new ServiceId(row.text());
    String deduplicationKey = row.text();
    Condition condition = condition(row);
    AlertState state = state(row);
    return new Alert(
        id,
        key,
        integration,
        service,
        deduplicationKey,
        condition,
        state,
        new PageId(row.text()),
        row.instant(),
        row.instant(),
        row.instant(),
        row.optionalInstant(),
        row.number(),
        new EventId(row.text()),
        new EventId(row.text()));
  }

  private static Condition condition(Row row) {
    return new Condition(
        row.text(),
        row.text(),
        Severity.ofWord(row.text()),
        StringMaps.fromJson(row.text()),
        StringMaps.fromJson(row.text()));
  }

  private static AlertState state(Row row) {
    Optional<Instant> at = row.optionalInstant();
    if (at.isEmpty()) {
      row.pass();
      return new AlertState.Open();
    }
    return new AlertState.Resolved(at.get(), row.text());
  }
}
