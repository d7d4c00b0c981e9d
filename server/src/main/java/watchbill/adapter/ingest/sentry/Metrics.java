package watchbill.adapter.ingest.sentry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.adapter.ingest.Details;
import watchbill.adapter.ingest.Fields;
import watchbill.adapter.ingest.Labelled;
import watchbill.adapter.ingest.Pairs;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.IntegrationId;

/// A metric of Sentry that crossed one of its thresholds, or came back.
final class Metrics {
  private static final int ID_MAX = 100;

  private Metrics() {}

  static List<AlertReport> alert(Fields hook, IntegrationId from, Instant now) {
    Optional<Fields> data = hook.object("data");
    Optional<Fields> incident = data.flatMap(d -> d.object("metric_alert"));
    if (incident.isEmpty()) {
      hook.refuse("event.missing", "data.metric_alert", "", "the alert");
      return List.of();
    }
    String key = "metric alert " + incident.get().required("id", ID_MAX);
    String action = hook.required("action", ID_MAX);
    return switch (action) {
      case "critical" ->
          firing(from, key, condition(data.get(), incident.get(), Severity.CRITICAL), now);
      case "warning" ->
          firing(from, key, condition(data.get(), incident.get(), Severity.WARNING), now);
      case "resolved" -> List.of(new AlertReport.Ended(AlertKey.of(from, key)));
      default -> {
        if (!action.isEmpty()) {
          hook.refuse("alert.action", "action", action, "critical, warning or resolved");
        }
        yield List.of();
      }
    };
  }

  private static Condition condition(Fields data, Fields incident, Severity severity) {
    Optional<String> rule = incident.object("alert_rule").flatMap(r -> r.text("name"));
    Optional<String> title = data.text("description_title");
    var labels = new Pairs.Builder();
    rule.ifPresent(name -> labels.add("rule", Labelled.oneLine(name)));
    String projects = incident.listed("projects");
    if (!projects.isEmpty()) {
      labels.add("projects", Labelled.oneLine(projects));
    }
    var details = new Details(data.words());
    data.describe("web_url", "web_url", details);
    data.describe("description_text", "description", details);
    incident.describe("date_started", "date_started", details);
    return new Condition(
        Labelled.oneLine(title.or(() -> rule).orElse("a metric alert without a title")),
        Labelled.oneLine(projects),
        severity,
        labels.take(),
        details.take());
  }

  private static List<AlertReport> firing(
      IntegrationId from, String key, Condition condition, Instant now) {
    AlertKey id = AlertKey.of(from, key);
    return List.of(new AlertReport.Firing(id, key, condition, now, Optional.empty()));
  }
}
