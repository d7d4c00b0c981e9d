package watchbill.adapter.ingest.cloudevents;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import watchbill.adapter.ingest.Times;
import watchbill.adapter.ingest.Words;

/// One event, with all its required attributes.
///
/// @param id without control characters, which no store need keep; `source` likewise
/// @param whole in the form of JSON, however it came: `{"id": …, "data": …}`
record CloudEvent(String id, String source, String type, JsonNode whole) {
  CloudEvent {
    id = Words.ofAnything().clean(id);
    source = Words.ofAnything().clean(source);
  }

  String attribute(String name) {
    JsonNode value = whole.path(name);
    return value.isValueNode() ? value.asString("") : "";
  }

  /// What tells it from all others.
  String identity() {
    return source + " " + id;
  }

  JsonNode data() {
    return whole.path("data");
  }

  /// When it happened, unless that is to come.
  Instant at(Instant now) {
    return Optional.of(attribute("time"))
        .flatMap(Times::parse)
        .filter(t -> !t.isAfter(now) && t.isAfter(Instant.EPOCH))
        .orElse(now);
  }
}
