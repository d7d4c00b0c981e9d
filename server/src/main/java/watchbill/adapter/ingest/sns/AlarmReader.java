package watchbill.adapter.ingest.sns;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import watchbill.adapter.ingest.Details;
import watchbill.adapter.ingest.Fields;
import watchbill.adapter.ingest.Pairs;
import watchbill.adapter.ingest.Reading;
import watchbill.adapter.ingest.Words;
import watchbill.adapter.ingest.mapping.Trees;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.IntegrationId;
import watchbill.kernel.Refusal;

/// Reads an alarm of CloudWatch.
///
/// `ALARM` opens it as an error, `OK` ends it. `INSUFFICIENT_DATA` never ends anything: it opens a
/// warning, or stays on the page of the alarm that was there.
final class AlarmReader {
  private static final int TEXT_MAX = 1024;
  private static final int NAME_MAX = 512;
  private static final Duration OLDEST = Duration.ofDays(366);

  private final Fields alarm;
  private final IntegrationId from;
  private final Instant now;

  private AlarmReader(Fields alarm, IntegrationId from, Instant now) {
    this.alarm = alarm;
    this.from = from;
    this.now = now;
  }

  /// Empty when the message is no alarm.
  static Optional<Reading> read(String message, IntegrationId from, Instant now) {
    if (!message.contains("NewStateValue") || !message.contains("AlarmName")) {
      return Optional.empty();
    }
    byte[] body = message.getBytes(StandardCharsets.UTF_8);
    boolean alarm =
        Trees.read(body) instanceof Trees.Tree.Sound(var node)
            && node.isObject()
            && node.has("AlarmName")
            && node.has("NewStateValue");
    return alarm
        ? Optional.of(Fields.read(body, f -> new AlarmReader(f, from, now).read()))
        : Optional.empty();
  }

  private Reading read() {
    String name = alarm.required("AlarmName", NAME_MAX);
    String state = alarm.required("NewStateValue", NAME_MAX);
    String key = alarm.text("AlarmArn").orElseGet(() -> place() + name);
    if (Words.isLonger(key, TEXT_MAX)) {
      alarm.refuse("event.too-long", "AlarmArn", key, "at most " + TEXT_MAX + " characters");
    }
    AlertKey alert = AlertKey.of(from, key);
    if (!alarm.wrong().isEmpty()) {
      return new Reading.Refused(inMessage(alarm.wrong()));
    }
    String described = alarm.text("AlarmDescription").map(d -> ": " + d).orElse("");
    return switch (state) {
      case "ALARM" -> firing(alert, key, Severity.ERROR, name + described);
      case "INSUFFICIENT_DATA" ->
          firing(alert, key, Severity.WARNING, "no data: " + name + described);
      case "OK" -> understood(new AlertReport.Ended(alert));
      default ->
          Reading.Refused.because(
              new Refusal(
                  "sns.state", "Message.NewStateValue", state, "ALARM, OK or INSUFFICIENT_DATA"));
    };
  }

  private Reading firing(AlertKey alert, String key, Severity severity, String summary) {
    Map<String, String> dimensions = dimensions();
    String source =
        dimensions.isEmpty()
            ? metric("Namespace").orElse("")
            : String.join(" ", dimensions.values());
    var condition =
        new Condition(
            Words.cut(alarm.words().oneLine(summary), TEXT_MAX),
            Words.cut(alarm.words().oneLine(source), TEXT_MAX),
            severity,
            labels(dimensions),
            details());
    return understood(new AlertReport.Firing(alert, key, condition, startsAt(), Optional.empty()));
  }

  private Reading understood(AlertReport report) {
    return new Reading.Understood(List.of(report), List.of(), inMessage(alarm.wrong()));
  }

  private Instant startsAt() {
    return alarm
        .time("StateChangeTime")
        .filter(t -> !t.isAfter(now) && t.isAfter(now.minus(OLDEST)))
        .orElse(now);
  }

  private Pairs labels(Map<String, String> dimensions) {
    var labels = new Pairs.Builder();
    add(labels, "alarm", alarm.text("AlarmName"));
    add(labels, "account", alarm.text("AWSAccountId"));
    add(labels, "region", region());
    add(labels, "namespace", metric("Namespace"));
    add(labels, "metric", metric("MetricName"));
    dimensions.forEach((name, value) -> add(labels, name, Optional.of(value)));
    return labels.take();
  }

  private static void add(Pairs.Builder labels, String name, Optional<String> value) {
    value.ifPresent(v -> labels.add(name, Words.cut(v, TEXT_MAX)));
  }

  private Map<String, String> dimensions() {
    Map<String, String> dimensions = new TreeMap<>();
    alarm
        .object("Trigger")
        .ifPresent(trigger -> {
          for (Fields dimension : trigger.items("Dimensions")) {
            Optional<String> name = dimension.text("name");
            Optional<String> value = dimension.text("value");
            if (name.isPresent() && value.isPresent() && dimensions.size() < 30) {
              dimensions.put(Words.cut(alarm.words().oneLine(name.get()), 255), value.get());
            }
          }
        });
    return dimensions;
  }

  private Pairs details() {
    var details = new Details(alarm.words());
    alarm.describe("NewStateReason", "reason", details);
    alarm.describe("AlarmDescription", "description", details);
    alarm.describe("OldStateValue", "before", details);
    alarm.describe("AlarmRule", "rule", details);
    alarm.describe("TriggeringChildren", "children", details);
    alarm
        .object("Trigger")
        .ifPresent(trigger ->
            List.of(
                    "Statistic",
                    "ExtendedStatistic",
                    "ComparisonOperator",
                    "Threshold",
                    "Period",
                    "EvaluationPeriods",
                    "TreatMissingData")
                .forEach(name -> trigger.describe(name, name, details)));
    return details.take();
  }

  private Optional<String> metric(String name) {
    return alarm.object("Trigger").flatMap(trigger -> trigger.text(name));
  }

  /// As programs write it, of the alarm's own name; else as Amazon writes it for people.
  private Optional<String> region() {
    return alarm
        .text("AlarmArn")
        .map(arn -> arn.split(":", -1))
        .filter(parts -> parts.length > 3 && !parts[3].isBlank())
        .map(parts -> parts[3])
        .or(() -> alarm.text("Region"));
  }

  /// Where an alarm of the old form is, which has no name of its own in the world.
  private String place() {
    return alarm.text("AWSAccountId").orElse("") + " " + alarm.text("Region").orElse("") + " ";
  }

  private static List<Refusal> inMessage(List<Refusal> wrong) {
    List<Refusal> named = new ArrayList<>();
    wrong.forEach(
        r -> named.add(new Refusal(r.code(), "Message." + r.field(), r.seen(), r.allowed())));
    return named;
  }
}
