package watchbill.adapter.ingest.alertmanager;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import watchbill.alert.Alert;

/// Writes alerts as clients of this API expect them: every field, whatever is known.
final class AlertWriter {
  private static final String GENERATOR = "generatorURL";

  /// An alert that only its source ends has no end to show; its clients insist on one.
  private static final Duration NO_END = Duration.ofMinutes(5);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final JsonGenerator json;
  private final Instant now;

  AlertWriter(JsonGenerator json, Instant now) {
    this.json = json;
    this.now = now;
  }

  static String time(Instant at) {
    return TIME.format(at);
  }

  void write(Alert alert, AlertStanding standing) {
    Map<String, String> details = alert.condition().details();
    json.writeStartObject();
    json.writeObjectPropertyStart("annotations");
    details.forEach((name, value) -> {
      if (!name.equals(GENERATOR)) {
        json.writeStringProperty(name, value);
      }
    });
    json.writeEndObject();
    json.writeStringProperty("endsAt", time(alert.leaseUntil().orElse(now.plus(NO_END))));
    // Of what its source sent: by that a client knows it again, whatever our rules say.
    json.writeStringProperty("fingerprint", Fingerprint.of(alert.condition().labels()));
    json.writeArrayPropertyStart("receivers");
    for (String receiver : standing.receivers()) {
      json.writeStartObject();
      json.writeStringProperty("name", receiver);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringProperty("startsAt", time(alert.startsAt()));
    writeStatus(standing);
    json.writeStringProperty("updatedAt", time(alert.lastSeenAt()));
    json.writeStringProperty(GENERATOR, details.getOrDefault(GENERATOR, ""));
    json.writeObjectPropertyStart("labels");
    alert.shown().labels().forEach(json::writeStringProperty);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeStatus(AlertStanding standing) {
    json.writeObjectPropertyStart("status");
    list("inhibitedBy", standing.inhibitedBy());
    list("mutedBy", standing.mutedBy());
    list("silencedBy", standing.silencedBy());
    json.writeStringProperty("state", standing.state());
    json.writeEndObject();
  }

  private void list(String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }
}
