package watchbill.adapter.ingest.alertmanager;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import watchbill.alert.Alert;
import watchbill.alert.PageId;

/// Writes alerts that come in the order of their pages as groups: what one page covers, and before
/// them what has no page.
final class AlertGroups implements AlertList.Sink {
  private final JsonGenerator json;
  private final AlertWriter writer;
  private final Keys keys;
  private final RouteTrees trees;
  private @Nullable Group current;

  AlertGroups(JsonGenerator json, Instant now, Keys keys, RouteTrees trees) {
    this.json = json;
    this.writer = new AlertWriter(json, now);
    this.keys = keys;
    this.trees = trees;
  }

  /// Knows which groups pages are of.
  @FunctionalInterface
  interface Keys {
    Map<PageId, String> of(Set<PageId> pages);
  }

  private record Group(String receiver, Optional<PageId> page) {
    static Group of(AlertList.Seen seen) {
      return new Group(seen.standing().receivers().getFirst(), seen.alert().page());
    }
  }

  @Override
  public void take(List<AlertList.Seen> seen) {
    Map<PageId, String> groups =
        keys.of(
            seen.stream()
                .flatMap(one -> one.alert().page().stream())
                .collect(Collectors.toUnmodifiableSet()));
    for (AlertList.Seen one : seen) {
      Group group = Group.of(one);
      if (!group.equals(current)) {
        end();
        begin(group, shared(one.alert(), groups));
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

  /// What has no page was grouped by nothing.
  private Map<String, String> shared(Alert alert, Map<PageId, String> groups) {
    return alert.page().map(groups::get).map(group -> trees.shared(group, alert)).orElse(Map.of());
  }

  private void begin(Group group, Map<String, String> labels) {
    current = group;
    json.writeStartObject();
    json.writeObjectPropertyStart("labels");
    labels.forEach(json::writeStringProperty);
    json.writeEndObject();
    json.writeArrayPropertyStart("alerts");
  }
}
