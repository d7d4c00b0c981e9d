package watchbill.adapter.ingest.grafana;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import watchbill.adapter.ingest.Details;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.Fields;
import watchbill.adapter.ingest.Labelled;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Pairs;
import watchbill.adapter.ingest.Reading;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.kernel.Refusal;

/// Grafana's webhook: one message for each group, one alert for each fingerprint.
public final class GrafanaWebhook implements Dialect {
  private static final int FINGERPRINT_MAX = 255;

  /// Why Grafana calls an alert resolved that nobody can see any more.
  private static final Set<String> NOT_OVER = Set.of("missingseries", "nodata", "error");

  /// What Grafana names the alerts it makes of a query that gives nothing, or fails.
  private static final Set<String> NO_DATA = Set.of("DatasourceNoData", "DatasourceError");

  @Override
  public IntegrationKind kind() {
    return IntegrationKind.GRAFANA;
  }

  @Override
  public Reading read(Message message, Integration from, Instant now) {
    return Fields.read(message.body(), group -> read(group, from.id(), now));
  }

  private static Reading read(Fields group, IntegrationId from, Instant now) {
    if (!group.has("alerts") && group.has("ruleId")) {
      return LegacyAlert.read(group, from, now);
    }
    if (!group.has("alerts")) {
      group.refuse("event.missing", "alerts", "", "a list of alerts");
    }
    List<Fields> alerts = group.items("alerts");
    if (!group.wrong().isEmpty()) {
      return new Reading.Refused(group.wrong());
    }
    List<AlertReport> reports = new ArrayList<>();
    List<Refusal> wrong = new ArrayList<>();
    boolean stays = false;
    for (Fields alert : alerts) {
      if (staysOpen(alert)) {
        stays = true;
      } else {
        read(alert, group, from, now).ifPresent(reports::add);
      }
      wrong.addAll(alert.wrong());
    }
    // An alert that stays as it is was understood; the message is kept and not sent again.
    if (!reports.isEmpty()) {
      Labelled.leftOut("Grafana", group, reports, from, now).ifPresent(reports::add);
    }
    List<Refusal> told = wrong.stream().limit(Reading.WRONG_MAX).toList();
    return stays ? new Reading.Understood(reports, List.of(), told) : Reading.of(reports, told);
  }

  /// Whether an alert that Grafana calls resolved is left as it is, and says why.
  private static boolean staysOpen(Fields alert) {
    boolean resolved = alert.text("status").filter("resolved"::equals).isPresent();
    Optional<String> why =
        alert
            .object("annotations")
            .flatMap(a -> a.text("grafana_state_reason"))
            .filter(w -> resolved && NOT_OVER.contains(w.toLowerCase(Locale.ROOT)));
    why.ifPresent(w ->
        alert.refuse(
            "alert.no-data",
            "status",
            "resolved: " + w,
            "an end that was seen; without data the alert stays as it is"));
    return why.isPresent();
  }

  private static Optional<AlertReport> read(
      Fields alert, Fields group, IntegrationId from, Instant now) {
    if (!alert.wrong().isEmpty()) {
      return Optional.empty();
    }
    String fingerprint = alert.required("fingerprint", FINGERPRINT_MAX);
    String status = alert.text("status").orElse("");
    Pairs labels = alert.pairs("labels", Fields.PairLimits.LABELS);
    Pairs annotations = alert.pairs("annotations", Fields.PairLimits.DESCRIBING);
    if (!status.equals("firing") && !status.equals("resolved")) {
      alert.refuse("alert.status", "status", status, "firing or resolved");
    }
    if (!alert.wrong().isEmpty()) {
      return Optional.empty();
    }
    AlertKey key = AlertKey.of(from, fingerprint);
    if (status.equals("resolved")) {
      return Optional.of(new AlertReport.Ended(key));
    }
    Instant start = alert.time("startsAt").filter(t -> !t.isAfter(now)).orElse(now);
    Condition condition = condition(alert, group, labels, annotations);
    return Optional.of(
        new AlertReport.Firing(key, fingerprint, condition, start, Optional.empty()));
  }

  private static Condition condition(Fields alert, Fields group, Pairs labels, Pairs annotations) {
    Condition said = Labelled.condition(labels, annotations, "an alert of Grafana without a name");
    return new Condition(
        summary(said.summary(), labels),
        said.source(),
        said.severity(),
        labels,
        details(alert, group, annotations));
  }

  /// That there is no data is said first: it is another trouble than the rule looks for.
  private static String summary(String said, Pairs labels) {
    String name = labels.containsKey("alertname") ? labels.get("alertname") : "";
    if (name == null || !NO_DATA.contains(name)) {
      return said;
    }
    String rule = labels.get("rulename");
    String what = name.equals("DatasourceError") ? "no data, the query fails: " : "no data: ";
    String rest = said.equals(name) && rule != null ? rule : said;
    return Labelled.oneLine(what + rest);
  }

  private static Pairs details(Fields alert, Fields group, Pairs annotations) {
    var details = new Details(alert.words());
    for (String name :
        List.of("generatorURL", "dashboardURL", "panelURL", "silenceURL", "imageURL")) {
      alert.describe(name, name, details);
    }
    alert.describe("values", "values", details);
    alert.describe("valueString", "valueString", details);
    group.describe("orgId", "orgId", details);
    group.describe("externalURL", "externalURL", details);
    annotations.forEach(details::add);
    return details.take();
  }
}
