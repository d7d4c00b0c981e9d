package watchbill.adapter.store.sql;

import java.time.Instant;
import java.util.Map;
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
import watchbill.alert.SilenceId;
import watchbill.alert.Suppression;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Urgency;

/// Alerts as rows, there and back.
final class AlertRows {
  /// What the column says of an alert without a page; see migration 0011.
  static final String NO_PAGE = "";

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
        .text(StringMaps.toJson(alert.added()))
        .instant(alert.openedAt())
        .text(alert.firstEvent().value());
  }

  static void bindStanding(Query row, Alert alert) {
    Optional<AlertState.Resolved> over = alert.state().resolved();
    row.text(alert.id().value())
        .bytes(alert.key().bytes())
        .flag(holdsKey(alert))
        .text(alert.page().map(PageId::value).orElse(NO_PAGE))
        .text(alert.condition().severity().urgency().word())
        .number(alert.condition().fingerprint())
        .instant(alert.startsAt())
        .instant(over.map(AlertState.Resolved::at))
        .text(over.map(AlertState.Resolved::by))
        .instant(alert.leaseUntil())
        .instant(over.isPresent() ? Optional.empty() : alert.leaseUntil())
        .instant(alert.lastSeenAt())
        .number(alert.reportCount())
        .text(alert.lastEvent().value())
        .instant(
            alert.state() instanceof AlertState.Unknown(var since)
                ? Optional.of(since)
                : Optional.empty());
    bindSuppression(row, alert.suppression(), over.isEmpty());
  }

  static void bindSuppression(Query row, Optional<Suppression> why, boolean open) {
    row.text(why.map(w -> w.cause().word()))
        .text(why.map(Suppression::subject))
        .instant(why.flatMap(Suppression::endsAt))
        .instant(why.flatMap(Suppression::endsAt).filter(_ -> open));
  }

  static boolean holdsKey(Alert alert) {
    return alert.state().resolved().map(AlertRows::isByPerson).orElse(true);
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
        page(row),
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
    Map<String, String> added = StringMaps.fromJson(row.text());
    AlertState state = state(row);
    return new Alert(
        id,
        key,
        integration,
        service,
        deduplicationKey,
        condition,
        added,
        state,
        page(row),
        suppression(row),
        row.instant(),
        row.instant(),
        row.instant(),
        row.optionalInstant(),
        row.number(),
        new EventId(row.text()),
        new EventId(row.text()));
  }

  private static Optional<PageId> page(Row row) {
    return Optional.of(row.text()).filter(id -> !id.equals(NO_PAGE)).map(PageId::new);
  }

  private static Optional<Suppression> suppression(Row row) {
    Optional<Suppression.Cause> cause = row.optionalText().map(Suppression.Cause::ofWord);
    Optional<String> by = row.optionalText();
    Optional<Instant> until = row.optionalInstant();
    return cause.map(c -> suppression(c, by.orElseThrow(), until));
  }

  private static Suppression suppression(
      Suppression.Cause cause, String by, Optional<Instant> until) {
    return switch (cause) {
      case SILENCE -> new Suppression.Silenced(new SilenceId(by), until.orElseThrow());
      case INHIBITION -> new Suppression.Inhibited(new AlertId(by));
      case MAINTENANCE -> new Suppression.InMaintenance(by, until.orElseThrow());
      case FLAPPING -> new Suppression.Flapping(Integer.parseInt(by), until.orElseThrow());
      case RULE -> new Suppression.ByRule(by);
    };
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
    Optional<String> by = row.optionalText();
    Optional<Instant> unknownSince = row.optionalInstant();
    if (at.isPresent()) {
      return new AlertState.Resolved(at.get(), by.orElseThrow());
    }
    return unknownSince.<AlertState>map(AlertState.Unknown::new).orElseGet(AlertState.Open::new);
  }
}
