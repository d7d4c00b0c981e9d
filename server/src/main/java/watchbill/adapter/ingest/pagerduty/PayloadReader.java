package watchbill.adapter.ingest.pagerduty;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.sym.PropertyNameMatcher;
import watchbill.adapter.ingest.Details;
import watchbill.adapter.ingest.Json;
import watchbill.adapter.ingest.Pairs;
import watchbill.adapter.ingest.Times;
import watchbill.adapter.ingest.Words;
import watchbill.alert.Severity;

/// Reads what a trigger says is wrong, or a change says is different.
final class PayloadReader {
  private static final int SUMMARY_MAX = 1024;
  private static final int LABEL_MAX = 1024;
  private static final String SUMMARY_ALLOWED = "text of 1 to " + SUMMARY_MAX + " characters";
  private static final String SOURCE_ALLOWED = "text of 1 to " + LABEL_MAX + " characters";
  private static final String SEVERITY_ALLOWED = "critical, error, warning or info";

  private static final PropertyNameMatcher NAMES =
      Json.names(
          "summary",
          "source",
          "severity",
          "timestamp",
          "component",
          "group",
          "class",
          "custom_details");

  private final Fields fields;
  private final Details details;
  private final boolean isChange;
  private final Pairs.Builder labels = new Pairs.Builder();
  private @Nullable String summary;
  private @Nullable String source;
  private @Nullable String severity;
  private @Nullable String timestamp;

  /// Of a change only the summary must be there.
  PayloadReader(Fields fields, Details details, boolean isChange) {
    this.fields = fields;
    this.details = details;
    this.isChange = isChange;
  }

  void read() {
    fields.each("payload.", NAMES, this::readField);
  }

  private void readField(int name) {
    switch (name) {
      case 0 -> summary = fields.text("payload.summary", SUMMARY_ALLOWED);
      case 1 -> source = fields.text("payload.source", SOURCE_ALLOWED);
      case 2 -> severity = fields.text("payload.severity", SEVERITY_ALLOWED);
      case 3 -> timestamp = fields.text("payload.timestamp", "a time as 2025-01-06T03:00:00Z");
      case 4, 5, 6 -> readLabel(fields.json().currentName());
      default -> readDetails();
    }
  }

  private void readLabel(String name) {
    String value = fields.plain("payload." + name);
    if (value != null && !value.isEmpty()) {
      labels.add(name, Words.cut(value, LABEL_MAX));
    }
  }

  private void readDetails() {
    fields.json().nextToken();
    details.addTree("", fields.json());
    String twice = details.twice();
    if (twice != null) {
      fields.refuse(
          "event.twice", "payload.custom_details", twice + " twice", "each name of a detail once");
    }
  }

  /// Notes what a trigger lacks.
  void check(boolean isThere) {
    if (!isThere) {
      fields.missing(
          "payload", "an object with " + (isChange ? "summary" : "summary, source and severity"));
      return;
    }
    summary = summary == null ? null : fields.words().oneLine(summary);
    required("payload.summary", summary, SUMMARY_MAX, SUMMARY_ALLOWED);
    if (isChange) {
      source = source == null ? "" : Words.cut(source, LABEL_MAX);
      return;
    }
    required("payload.source", source, LABEL_MAX, SOURCE_ALLOWED);
    if (severity == null || severity.isEmpty()) {
      fields.missing("payload.severity", SEVERITY_ALLOWED);
    } else if (severity(severity).isEmpty()) {
      fields.refuse("event.severity", "payload.severity", severity, SEVERITY_ALLOWED);
    }
  }

  /// What was read, once [#check] found nothing wrong.
  PagerDutyEvent.Payload payload(Extras extras) {
    String from = Objects.requireNonNull(source);
    labels.add("source", from);
    Optional<Instant> began = Optional.ofNullable(timestamp).flatMap(Times::parse);
    if (began.isEmpty() && timestamp != null && !timestamp.isEmpty()) {
      // A page is worth more than a date: it is raised as of now, and the odd time is shown.
      details.add("timestamp", timestamp);
    }
    return new PagerDutyEvent.Payload(
        Objects.requireNonNull(summary),
        from,
        isChange ? Severity.INFO : severity(Objects.requireNonNull(severity)).orElseThrow(),
        labels.take(),
        extras.beside(details.take()),
        began);
  }

  private void required(String field, @Nullable String value, int max, String allowed) {
    if (value == null || value.isBlank()) {
      fields.missing(field, allowed);
    } else if (Words.isLonger(value, max)) {
      fields.refuse("event.too-long", field, value, allowed);
    }
  }

  private static Optional<Severity> severity(String word) {
    return switch (word) {
      case "critical" -> Optional.of(Severity.CRITICAL);
      case "error" -> Optional.of(Severity.ERROR);
      case "warning" -> Optional.of(Severity.WARNING);
      case "info" -> Optional.of(Severity.INFO);
      default -> Optional.empty();
    };
  }
}
