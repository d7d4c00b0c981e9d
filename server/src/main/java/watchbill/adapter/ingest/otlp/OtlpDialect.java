package watchbill.adapter.ingest.otlp;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import watchbill.adapter.ingest.Details;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.Json;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Pairs;
import watchbill.adapter.ingest.Reading;
import watchbill.adapter.ingest.Words;
import watchbill.adapter.ingest.line.Line;
import watchbill.adapter.ingest.line.LineRules;
import watchbill.alert.Severity;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.kernel.Refusal;

/// Reads the logs of one request.
public final class OtlpDialect implements Dialect {
  static final String PROTOBUF = "application/x-protobuf";
  static final String JSON = "application/json";

  private static final String CONTENT_TYPE = "content-type";
  private static final Duration CLOCK_MAY_DIFFER = Duration.ofDays(1);
  private static final int LABEL_MAX = 1024;
  private static final long NANOS = 1_000_000_000L;

  private final Function<IntegrationId, LineRules> rules;

  public OtlpDialect(Function<IntegrationId, LineRules> rules) {
    this.rules = rules;
  }

  @Override
  public IntegrationKind kind() {
    return IntegrationKind.OTLP;
  }

  @Override
  public Set<String> headers() {
    return Set.of(CONTENT_TYPE);
  }

  @Override
  public Reading read(Message message, Integration from, Instant now) {
    return switch (logs(message)) {
      case Logs.Unreadable(var why) -> Reading.Refused.because(why);
      case Logs.Read(var batch) ->
          new Reading.Understood(
              judge(batch, from, now).reports(), List.of(), List.copyOf(batch.wrong()));
    };
  }

  /// What came of taking a request apart.
  sealed interface Logs {
    record Read(LogBatch batch) implements Logs {}

    record Unreadable(Refusal why) implements Logs {}
  }

  static Logs logs(Message message) {
    String type = message.header(CONTENT_TYPE).orElse(JSON).toLowerCase(Locale.ROOT);
    return type.startsWith(PROTOBUF) ? protobuf(message.body()) : json(message.body());
  }

  LineRules.Judged judge(LogBatch batch, Integration from, Instant now) {
    List<Line> lines = new ArrayList<>();
    for (LogBatch.Origin origin : batch.origins()) {
      origin.records().forEach(record -> lines.add(line(record, origin.resource(), now)));
    }
    return rules.apply(from.id()).judge(from.id(), lines);
  }

  private static Logs protobuf(byte[] body) {
    try {
      return new Logs.Read(ProtobufLogs.read(body));
    } catch (Wire.Malformed e) {
      return new Logs.Unreadable(
          new Refusal(
              "body.not-protobuf",
              "body",
              String.valueOf(e.getMessage()),
              "an ExportLogsServiceRequest in protobuf"));
    }
  }

  private static Logs json(byte[] body) {
    try {
      return JsonLogs.read(body)
          .<Logs>map(Logs.Read::new)
          .orElseGet(() ->
              new Logs.Unreadable(
                  new Refusal("logs.not-object", "body", "something else", "one object in JSON")));
    } catch (JacksonException e) {
      return new Logs.Unreadable(Json.malformed(e));
    }
  }

  private static Line line(LogRecord record, Map<String, String> resource, Instant now) {
    Words words = Words.ofAnything();
    String service = resource.getOrDefault("service.name", "");
    String host = resource.getOrDefault("host.name", "");
    var labels = new Pairs.Builder();
    label("service.name", service, labels, words);
    label("host.name", host, labels, words);
    label("severity", severityWord(record), labels, words);
    label("event.name", record.eventName(), labels, words);
    String text = words.clean(record.text()).strip();
    String summary = text.isEmpty() ? record.eventName() : text;
    return new Line(
        text,
        summary,
        level(record),
        Words.cut(words.oneLine(host), LABEL_MAX),
        new Line.Sameness.BySummary(service.isEmpty() ? host : service),
        at(record.nanos(), now),
        fields(record, resource),
        labels.take(),
        details(record, resource, words));
  }

  private static void label(String name, String value, Pairs.Builder labels, Words words) {
    if (!value.isBlank()) {
      labels.add(name, Words.cut(words.oneLine(value), LABEL_MAX));
    }
  }

  /// What rules may name: the attributes of the record, and those of its resource.
  private static Map<String, String> fields(LogRecord record, Map<String, String> resource) {
    Map<String, String> fields = new HashMap<>(resource);
    fields.putAll(record.attributes());
    return fields;
  }

  private static Pairs details(LogRecord record, Map<String, String> resource, Words words) {
    var details = new Details(words);
    if (!record.text().isEmpty()) {
      details.add("text", record.text());
    }
    if (!record.traceId().isEmpty()) {
      details.add("trace_id", record.traceId());
    }
    if (!record.spanId().isEmpty()) {
      details.add("span_id", record.spanId());
    }
    record.attributes().forEach(details::add);
    resource.forEach((name, value) -> details.add("resource." + name, value));
    return details.take();
  }

  private static String severityWord(LogRecord record) {
    return record.levelText().isEmpty() && record.level() > 0
        ? List.of("trace", "debug", "info", "warn", "error", "fatal").get((record.level() - 1) / 4)
        : record.levelText().toLowerCase(Locale.ROOT);
  }

  private static Severity level(LogRecord record) {
    if (record.level() > 0) {
      return switch ((record.level() - 1) / 4) {
        case 5 -> Severity.CRITICAL;
        case 4 -> Severity.ERROR;
        case 3 -> Severity.WARNING;
        default -> Severity.INFO;
      };
    }
    return switch (record.levelText().toLowerCase(Locale.ROOT)) {
      case "fatal", "critical", "crit", "emergency", "alert" -> Severity.CRITICAL;
      case "error", "err", "severe" -> Severity.ERROR;
      case "warn", "warning" -> Severity.WARNING;
      default -> Severity.INFO;
    };
  }

  /// As the record says, unless its clock is far off.
  private static Instant at(long nanos, Instant now) {
    try {
      return Optional.of(Instant.ofEpochSecond(nanos / NANOS, nanos % NANOS / 1000 * 1000))
          .filter(t -> Duration.between(t, now).abs().compareTo(CLOCK_MAY_DIFFER) < 0)
          .orElse(now);
    } catch (DateTimeException | ArithmeticException _) {
      return now;
    }
  }
}
