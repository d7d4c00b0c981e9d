package watchbill.adapter.ingest.sentry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.adapter.ingest.Details;
import watchbill.adapter.ingest.Fields;
import watchbill.adapter.ingest.Labelled;
import watchbill.adapter.ingest.Pairs;
import watchbill.adapter.ingest.Severities;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.catalog.IntegrationId;

/// An issue that a rule of Sentry alerts of, and what became of it.
final class Issues {
  private static final int ID_MAX = 100;
  private static final List<String> DESCRIBING =
      List.of(
          "web_url",
          "message",
          "culprit",
          "platform",
          "release",
          "datetime",
          "transaction",
          "tags");

  private Issues() {}

  /// A rule was triggered by an event of an issue.
  static List<AlertReport> alert(Fields hook, IntegrationId from, Instant now) {
    Optional<Fields> data = hook.object("data");
    Optional<Fields> event = data.flatMap(d -> d.object("event"));
    if (event.isEmpty()) {
      hook.refuse("event.missing", "data.event", "", "the event that triggered the rule");
      return List.of();
    }
    Fields e = event.get();
    String key = key(e.required("issue_id", ID_MAX));
    Optional<String> rule = data.flatMap(d -> d.text("triggered_rule"));
    var labels = new Pairs.Builder();
    label("project", e.text("project"), labels);
    label("environment", e.text("environment"), labels);
    label("rule", rule, labels);
    var details = new Details(hook.words());
    DESCRIBING.forEach(name -> e.describe(name, name, details));
    return List.of(firing(from, key, condition(e, labels.take(), details.take()), now));
  }

  /// Somebody, or Sentry itself, changed the state of an issue.
  static List<AlertReport> changed(Fields hook, IntegrationId from) {
    Optional<Fields> issue = hook.object("data").flatMap(d -> d.object("issue"));
    if (issue.isEmpty()) {
      hook.refuse("event.missing", "data.issue", "", "the issue");
      return List.of();
    }
    String key = key(issue.get().required("id", ID_MAX));
    return switch (hook.required("action", ID_MAX)) {
      case "resolved", "archived", "ignored" ->
          List.of(new AlertReport.Ended(AlertKey.of(from, key)));
      // Rules say what somebody is woken for; that there is an issue does not.
      default -> List.of();
    };
  }

  /// The older plugin sends no header that says what it is.
  static List<AlertReport> ofPlugin(Fields hook, IntegrationId from, Instant now) {
    String key = key(hook.required("id", ID_MAX));
    var labels = new Pairs.Builder();
    label("project", hook.text("project_slug").or(() -> hook.text("project")), labels);
    hook.object("event").ifPresent(e -> label("environment", e.text("environment"), labels));
    label("rule", Optional.of(hook.listed("triggering_rules")), labels);
    var details = new Details(hook.words());
    hook.describe("url", "web_url", details);
    hook.describe("message", "message", details);
    hook.describe("logger", "logger", details);
    Optional<String> title = hook.object("event").flatMap(e -> e.text("title"));
    Pairs taken = labels.take();
    return List.of(firing(from, key, condition(hook, title, taken, details.take()), now));
  }

  private static Condition condition(Fields event, Pairs labels, Pairs details) {
    return condition(event, event.text("title"), labels, details);
  }

  private static Condition condition(
      Fields event, Optional<String> title, Pairs labels, Pairs details) {
    String summary = title.or(() -> event.text("message")).orElse("an issue without a title");
    return new Condition(
        Labelled.oneLine(summary),
        Labelled.oneLine(event.text("culprit").orElse("")),
        Severities.of(event.text("level").orElse(null)),
        labels,
        details);
  }

  private static void label(String name, Optional<String> value, Pairs.Builder labels) {
    value.map(Labelled::oneLine).filter(v -> !v.isEmpty()).ifPresent(v -> labels.add(name, v));
  }

  private static AlertReport firing(
      IntegrationId from, String key, Condition condition, Instant now) {
    return new AlertReport.Firing(AlertKey.of(from, key), key, condition, now, Optional.empty());
  }

  private static String key(String id) {
    return "issue " + id;
  }
}
