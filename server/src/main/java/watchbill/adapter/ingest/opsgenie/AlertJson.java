package watchbill.adapter.ingest.opsgenie;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import watchbill.alert.AlertState;
import watchbill.catalog.Catalog;
import watchbill.catalog.Service;
import watchbill.catalog.TeamId;
import watchbill.request.RequestOutcome;

/// Writes alerts and outcomes as clients read them.
final class AlertJson {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final JsonGenerator json;
  private final Catalog catalog;

  AlertJson(JsonGenerator json, Catalog catalog) {
    this.json = json;
    this.catalog = catalog;
  }

  static String instant(Instant instant) {
    return MILLIS.format(instant);
  }

  /// As it is in a list.
  void brief(ShownAlert alert) {
    json.writeStartObject();
    briefly(alert);
    json.writeEndObject();
  }

  void whole(ShownAlert alert) {
    json.writeStartObject();
    briefly(alert);
    texts("actions", alert.actions());
    json.writeStringProperty("entity", alert.entity());
    json.writeStringProperty("description", alert.description());
    json.writeObjectPropertyStart("details");
    alert.details().forEach(json::writeStringProperty);
    json.writeEndObject();
    json.writeEndObject();
  }

  void outcome(RequestOutcome outcome) {
    json.writeStartObject();
    json.writeBooleanProperty("success", outcome.success());
    json.writeBooleanProperty("isSuccess", outcome.success());
    json.writeStringProperty("action", outcome.action());
    json.writeStringProperty("processedAt", instant(outcome.at()));
    json.writeStringProperty("integrationId", outcome.integration().handle());
    json.writeStringProperty("status", outcome.status());
    json.writeStringProperty("alertId", outcome.alert().map(a -> a.value()).orElse(""));
    json.writeStringProperty("alias", outcome.alias());
    json.writeEndObject();
  }

  private void briefly(ShownAlert alert) {
    json.writeStringProperty("id", alert.id());
    json.writeStringProperty("tinyId", Long.toString(alert.number()));
    json.writeStringProperty("alias", alert.alias());
    json.writeStringProperty("message", alert.message());
    json.writeStringProperty("status", alert.status());
    json.writeBooleanProperty("acknowledged", alert.isAcknowledged());
    json.writeBooleanProperty("isSeen", alert.isAcknowledged());
    texts("tags", alert.tags());
    json.writeBooleanProperty("snoozed", alert.snoozedUntil().isPresent());
    alert.snoozedUntil().ifPresent(u -> json.writeStringProperty("snoozedUntil", instant(u)));
    json.writeNumberProperty("count", alert.alert().reportCount());
    json.writeStringProperty("lastOccurredAt", instant(alert.alert().lastSeenAt()));
    json.writeStringProperty("createdAt", instant(alert.alert().openedAt()));
    json.writeStringProperty("updatedAt", instant(alert.updatedAt()));
    json.writeStringProperty("source", alert.alert().condition().source());
    json.writeStringProperty("owner", alert.owner());
    json.writeStringProperty("priority", alert.priority());
    team(alert);
    integration(alert);
    report(alert);
  }

  private void team(ShownAlert alert) {
    String team =
        catalog.service(alert.alert().service()).map(Service::team).map(TeamId::handle).orElse("");
    json.writeStringProperty("ownerTeamId", team);
    for (String list : List.of("teams", "responders")) {
      json.writeArrayPropertyStart(list);
      if (!team.isEmpty()) {
        json.writeStartObject();
        json.writeStringProperty("id", team);
        if (list.equals("responders")) {
          json.writeStringProperty("type", "team");
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private void integration(ShownAlert alert) {
    String handle = alert.alert().integration().handle();
    json.writeObjectPropertyStart("integration");
    json.writeStringProperty("id", handle);
    json.writeStringProperty("name", handle);
    json.writeStringProperty("type", "API");
    json.writeEndObject();
  }

  private void report(ShownAlert alert) {
    json.writeObjectPropertyStart("report");
    alert
        .acknowledged()
        .ifPresent(a -> {
          json.writeNumberProperty("ackTime", alert.since(a.at()));
          json.writeStringProperty("acknowledgedBy", a.by());
        });
    if (alert.alert().state() instanceof AlertState.Resolved(var at, var by)) {
      json.writeNumberProperty("closeTime", alert.since(at));
      json.writeStringProperty("closedBy", by);
    }
    json.writeEndObject();
  }

  private void texts(String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }
}
