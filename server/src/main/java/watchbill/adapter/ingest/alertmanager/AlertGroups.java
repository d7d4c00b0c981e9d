package watchbill.adapter.ingest.alertmanager;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import watchbill.alert.PageId;

/// Writes alerts that come in the order of their pages as groups: what one page covers, and before
/// them what has no page.
final class AlertGroups implements AlertList.Sink {
  private final JsonGenerator json;
  private final AlertWriter writer;
  private @Nullable Group current;

  AlertGroups(JsonGenerator json, Instant now) {
    this.json = json;
    this.writer = new AlertWriter(json, now);
  }

  private record Group(String receiver, Optional<PageId> page) {
    static Group of(AlertList.Seen seen) {
      return new Group(seen.standing().receivers().getFirst(), seen.alert().page());
    }
  }

  @Override
  public void take(List<AlertList.Seen> seen) {
    for (AlertList.Seen one : seen) {
      Group group = Group.of(one);
      if (!group.equals(current)) {
        end();
        begin(group);
      }
      writer.write(one.alert(), one.standing());
    }
  }

  @Override
  public void end() {
    if (current != null) {
      json.writeEndArray();
      json.writeObjectPropertyStart("receiver");
      json.writeStringProperty("name", current.receiver());
      json.writeEndObject();
      json.writeEndObject();
      current = null;
    }
  }

  private void begin(Group group) {
    current = group;
    json.writeStartObject();
    json.writeObjectPropertyStart("labels");
    json.writeEndObject();
    json.writeArrayPropertyStart("alerts");
  }
}
