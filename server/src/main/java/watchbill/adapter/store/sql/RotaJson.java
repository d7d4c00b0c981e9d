package watchbill.adapter.store.sql;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import watchbill.catalog.PersonId;
import watchbill.rota.Lieutenant;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.rota.Rotation;

/// A rota as JSON, within a snapshot.
final class RotaJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RotaJson() {}

  static JsonNode write(Rota rota) {
    ObjectNode json = NODES.objectNode();
    json.put("id", rota.id().handle());
    json.put("zone", rota.zone().getId());
    json.set("rotations", SnapshotJson.array(rota.rotations(), RotaJson::write));
    switch (rota.lieutenant()) {
      case Lieutenant.None _ -> {}
      case Lieutenant.Next _ -> json.putObject("lieutenant");
      case Lieutenant.Named(var person) ->
          json.putObject("lieutenant").put("person", person.handle());
    }
    return json;
  }

  static Rota read(JsonNode json) {
    return new Rota(
        new RotaId(json.required("id").asString()),
        ZoneId.of(json.required("zone").asString()),
        SnapshotJson.list(json.required("rotations"), RotaJson::rotation),
        lieutenant(Optional.ofNullable(json.get("lieutenant"))));
  }

  /// None when absent; whoever is next when nobody is named.
  private static Lieutenant lieutenant(Optional<JsonNode> json) {
    if (json.isEmpty()) {
      return new Lieutenant.None();
    }
    return Optional.ofNullable(json.get().get("person"))
        .<Lieutenant>map(person -> new Lieutenant.Named(new PersonId(person.asString())))
        .orElseGet(Lieutenant.Next::new);
  }

  private static JsonNode write(Rotation rotation) {
    ObjectNode json = NODES.objectNode();
    json.put("weeks", rotation.everyWeeks());
    json.put("day", rotation.day().name());
    json.put("time", rotation.time().toString());
    json.put("from", rotation.from().toString());
    json.set("seats", SnapshotJson.array(rotation.seats(), RotaJson::seat));
    return json;
  }

  private static Rotation rotation(JsonNode json) {
    return new Rotation(
        json.required("weeks").asInt(),
        DayOfWeek.valueOf(json.required("day").asString()),
        LocalTime.parse(json.required("time").asString()),
        LocalDate.parse(json.required("from").asString()),
        SnapshotJson.list(json.required("seats"), RotaJson::seat));
  }

  private static JsonNode seat(Optional<PersonId> seat) {
    return seat.<JsonNode>map(person -> NODES.stringNode(person.handle()))
        .orElseGet(NODES::nullNode);
  }

  private static Optional<PersonId> seat(JsonNode json) {
    return json.isNull() ? Optional.empty() : Optional.of(new PersonId(json.asString()));
  }
}
