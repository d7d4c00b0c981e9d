package watchbill.adapter.ingest.cloudevents;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Puts into an alert's data what the event says around it.
final class StatedAlert {
  private StatedAlert() {}

  /// The event, with the state of its type, its severity and its time in its data; and with a
  /// subject, which is its source and its subject, or what else tells it from others.
  static JsonNode of(CloudEvent event, String state) {
    var whole = (ObjectNode) event.whole().deepCopy();
    var data = (ObjectNode) whole.path("data");
    data.remove(List.of("action", "status"));
    data.put("status", state);
    if (!data.has("severity") && !event.attribute("severity").isEmpty()) {
      data.put("severity", event.attribute("severity"));
    }
    if (!data.has("at") && !event.attribute("time").isEmpty()) {
      data.put("at", event.attribute("time"));
    }
    String subject = event.attribute("subject");
    whole.put("subject", subject.isEmpty() ? event.identity() : event.source() + " " + subject);
    return whole;
  }
}
