package watchbill.adapter.ingest.grafana;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.adapter.ingest.Details;
import watchbill.adapter.ingest.Fields;
import watchbill.adapter.ingest.Labelled;
import watchbill.adapter.ingest.Pairs;
import watchbill.adapter.ingest.Reading;
import watchbill.adapter.ingest.Severities;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.catalog.IntegrationId;

/// A message of Grafana before its version 9: one rule, and the state it is in.
final class LegacyAlert {
  private static final int ID_MAX = 100;

  private LegacyAlert() {}

  static Reading read(Fields rule, IntegrationId from, Instant now) {
    String id = rule.required("ruleId", ID_MAX);
    String key = "org " + rule.text("orgId").orElse("1") + " rule " + id;
    String state = rule.text("state").orElse("");
    List<AlertReport> reports =
        switch (state) {
          case "alerting" -> List.of(firing(rule, from, key, now), ended(from, noData(key)));
          case "no_data" -> List.of(firing(rule, from, noData(key), now));
          case "ok" -> List.of(ended(from, key), ended(from, noData(key)));
          // Somebody looks elsewhere, or the rule waits to be sure: neither is a change.
          case "paused", "pending" -> List.of();
          default -> {
            rule.refuse("alert.state", "state", state, "alerting, ok, no_data, paused or pending");
            yield List.of();
          }
        };
    return rule.wrong().isEmpty()
        ? Reading.Understood.alerts(reports)
        : new Reading.Refused(rule.wrong());
  }

  private static String noData(String key) {
    return key + " without data";
  }

  private static AlertReport ended(IntegrationId from, String key) {
    return new AlertReport.Ended(AlertKey.of(from, key));
  }

  private static AlertReport firing(Fields rule, IntegrationId from, String key, Instant now) {
    Pairs tags = rule.pairs("tags", Fields.PairLimits.LABELS);
    String name =
        rule.text("ruleName").or(() -> rule.text("title")).orElse("a rule without a name");
    String summary = key.endsWith("without data") ? "no data: " + name : name;
    var condition =
        new Condition(
            Labelled.oneLine(summary),
            "",
            Severities.of(tags.get("severity")),
            tags,
            details(rule));
    return new AlertReport.Firing(AlertKey.of(from, key), key, condition, now, Optional.empty());
  }

  private static Pairs details(Fields rule) {
    var details = new Details(rule.words());
    for (String name : List.of("message", "ruleUrl", "imageUrl", "evalMatches", "orgId")) {
      rule.describe(name, name, details);
    }
    return details.take();
  }
}
