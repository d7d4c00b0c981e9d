package watchbill.adapter.store.sql;

import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import watchbill.catalog.PersonId;
import watchbill.rota.Change;
import watchbill.time.Span;

/// What an override does, as JSON.
final class ChangeJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ChangeJson() {}

  static ObjectNode write(Change change) {
    ObjectNode json = NODES.objectNode();
    switch (change) {
      case Change.Replace(var out, var in) ->
          json.put("kind", "replace").put("out", out.handle()).put("in", in.handle());
      case Change.Remove(var out) -> json.put("kind", "remove").put("out", out.handle());
      case Change.Add(var in) -> json.put("kind", "add").put("in", in.handle());
      case Change.TakeOver(var seat, var priority) -> {
        json.put("kind", "take-over").put("priority", priority);
        json.set("people", TurnsJson.write(seat));
      }
      case Change.FixedPeriod(var stints) -> {
        json.put("kind", "fixed-period");
        json.set("shifts", SnapshotJson.array(stints, ChangeJson::write));
      }
    }
    return json;
  }

  static Change read(JsonNode json) {
    return switch (json.required("kind").asString()) {
      case "replace" -> new Change.Replace(person(json, "out"), person(json, "in"));
      case "remove" -> new Change.Remove(person(json, "out"));
      case "add" -> new Change.Add(person(json, "in"));
      case "take-over" ->
          new Change.TakeOver(
              TurnsJson.seat(json.required("people")), json.required("priority").asInt());
      case "fixed-period" ->
          new Change.FixedPeriod(SnapshotJson.list(json.required("shifts"), ChangeJson::stint));
      default -> throw new IllegalStateException("a change of a kind this version can't read");
    };
  }

  private static JsonNode write(Change.Stint stint) {
    ObjectNode json = NODES.objectNode();
    json.put("from", stint.span().from().toString()).put("until", stint.span().until().toString());
    json.set("people", TurnsJson.write(stint.seat()));
    return json;
  }

  private static Change.Stint stint(JsonNode json) {
    var span =
        new Span(
            Instant.parse(json.required("from").asString()),
            Instant.parse(json.required("until").asString()));
    return new Change.Stint(span, TurnsJson.seat(json.required("people")));
  }

  private static PersonId person(JsonNode json, String key) {
    return new PersonId(json.required(key).asString());
  }
}
