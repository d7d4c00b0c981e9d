package watchbill.adapter.ingest.pagerduty;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.sym.PropertyNameMatcher;
import watchbill.adapter.ingest.Details;
import watchbill.adapter.ingest.Json;
import watchbill.adapter.ingest.Pairs;
import watchbill.adapter.ingest.Times;
import watchbill.adapter.ingest.Words;
import watchbill.alert.Severity;

/// Reads what a trigger says is wrong.
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

  private final EventReader event;
  private final JsonParser json;
  private final Words words;
  private final Details details;
  private final Pairs.Builder labels = new Pairs.Builder();
  private int seen;
  private @Nullable String summary;
  private @Nullable String source;
  private @Nullable String severity;
  private @Nullable String timestamp;

  PayloadReader(EventReader event, JsonParser json, Words words, Details details) {
    this.event = event;
    this.json = json;
    this.words = words;
    this.details = details;
  }

  void read() {
    int name = json.nextNameMatch(NAMES);
    while (name != PropertyNameMatcher.MATCH_END_OBJECT) {
      if (name < 0) {
        json.nextToken();
        json.skipChildren();
      } else {
        once(name);
        readField(name);
      }
      name = json.nextNameMatch(NAMES);
    }
  }

  private void readField(int name) {
    switch (name) {
      case 0 -> summary = event.text("payload.summary", SUMMARY_ALLOWED);
      case 1 -> source = event.text("payload.source", SOURCE_ALLOWED);
      case 2 -> severity = event.text("payload.severity", SEVERITY_ALLOWED);
      case 3 -> timestamp = event.text("payload.timestamp", "a time as 2025-01-06T03:00:00Z");
      case 4, 5, 6 -> readLabel(json.currentName());
      default -> readDetails();
    }
  }

  private void readLabel(String name) {
    String value = event.plain("payload." + name);
    if (value != null && !value.isEmpty()) {
      labels.add(name, Words.cut(value, LABEL_MAX));
    }
  }

  private void readDetails() {
    json.nextToken();
    details.addTree("", json);
    String twice = details.twice();
    if (twice != null) {
      event.refuse(
          "event.twice", "payload.custom_details", twice + " twice", "each name of a detail once");
    }
  }

  /// Notes what a trigger lacks.
  void check(boolean isThere) {
    if (!isThere) {
      event.missing("payload", "an object with summary, source and severity");
      return;
    }
    summary = summary == null ? null : words.oneLine(summary);
    required("payload.summary", summary, SUMMARY_MAX, SUMMARY_ALLOWED);
    required("payload.source", source, LABEL_MAX, SOURCE_ALLOWED);
    if (severity == null || severity.isEmpty()) {
      event.missing("payload.severity", SEVERITY_ALLOWED);
    } else if (severity(severity).isEmpty()) {
      event.refuse("event.severity", "payload.severity", severity, SEVERITY_ALLOWED);
    }
  }

  /// What was read, once [#check] found nothing wrong.
  PagerDutyEvent.Payload payload() {
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
        severity(Objects.requireNonNull(severity)).orElseThrow(),
        labels.take(),
        details.take(),
        began);
  }

  private void required(String field, @Nullable String value, int max, String allowed) {
    if (value == null || value.isBlank()) {
      event.missing(field, allowed);
    } else if (Words.isLonger(value, max)) {
      event.refuse("event.too-long", field, value, allowed);
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

  private void once(int name) {
    int bit = 1 << name;
    if ((seen & bit) != 0) {
      event.refuse(
          "event.twice",
          "payload." + json.currentName(),
          "the same field twice",
          "each field once");
    }
    seen |= bit;
  }
}
