package watchbill.adapter.store.sql;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import watchbill.catalog.PersonId;
import watchbill.catalog.TeamId;
import watchbill.rota.Layer;
import watchbill.rota.Lieutenant;
import watchbill.rota.OnLeave;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.rota.turn.Rotation;
import watchbill.rota.turn.Seat;

/// A rota as JSON, within a snapshot or as a version of its own.
final class RotaJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RotaJson() {}

  static ObjectNode write(Rota rota) {
    ObjectNode json = NODES.objectNode();
    json.put("id", rota.id().handle());
    json.put("zone", rota.zone().getId());
    json.set("layers", SnapshotJson.array(rota.layers(), RotaJson::write));
    switch (rota.lieutenant()) {
      case Lieutenant.None _ -> {}
      case Lieutenant.Next _ -> json.putObject("lieutenant");
      case Lieutenant.Named(var person) ->
          json.putObject("lieutenant").put("person", person.handle());
      case Lieutenant.OfRota(var other) -> json.putObject("lieutenant").put("rota", other.handle());
    }
    rota.team().ifPresent(team -> json.put("team", team.handle()));
    rota.wakeTest().ifPresent(length -> json.put("wake-test", length.toString()));
    if (rota.onLeave() != OnLeave.WARN) {
      json.put("on-leave", rota.onLeave().word());
    }
    return json;
  }

  static Rota read(JsonNode json) {
    List<Layer> layers =
        json.has("layers")
            ? SnapshotJson.list(json.required("layers"), RotaJson::layer)
            : rotations(json.required("rotations"));
    return new Rota(
        new RotaId(json.required("id").asString()),
        ZoneId.of(json.required("zone").asString()),
        layers,
        lieutenant(Optional.ofNullable(json.get("lieutenant"))),
        Optional.ofNullable(json.get("team")).map(team -> new TeamId(team.asString())),
        Optional.ofNullable(json.get("wake-test")).map(l -> Duration.parse(l.asString())),
        onLeave(Optional.ofNullable(json.get("on-leave"))));
  }

  /// A warning when absent: all that rotas did at first.
  private static OnLeave onLeave(Optional<JsonNode> json) {
    return json.map(word -> OnLeave.of(word.asString()).orElseThrow()).orElse(OnLeave.WARN);
  }

  /// None when absent; whoever is next when nobody is named.
  private static Lieutenant lieutenant(Optional<JsonNode> json) {
    if (json.isEmpty()) {
      return new Lieutenant.None();
    }
    if (json.get().has("rota")) {
      return new Lieutenant.OfRota(new RotaId(json.get().required("rota").asString()));
    }
    return Optional.ofNullable(json.get().get("person"))
        .<Lieutenant>map(person -> new Lieutenant.Named(new PersonId(person.asString())))
        .orElseGet(Lieutenant.Next::new);
  }

  private static JsonNode write(Layer layer) {
    ObjectNode json = NODES.objectNode();
    json.put("name", layer.name());
    json.put("role", layer.role().word());
    json.put("priority", layer.priority());
    layer.from().ifPresent(at -> json.put("from", at.toString()));
    layer.until().ifPresent(at -> json.put("until", at.toString()));
    json.set("hours", SnapshotJson.array(layer.hours(), TurnsJson::write));
    json.set("turns", TurnsJson.write(layer.turns()));
    return json;
  }

  private static Layer layer(JsonNode json) {
    return new Layer(
        json.required("name").asString(),
        new Role(json.required("role").asString()),
        json.required("priority").asInt(),
        instant(json, "from"),
        instant(json, "until"),
        SnapshotJson.list(json.required("hours"), TurnsJson::window),
        TurnsJson.turns(json.required("turns")));
  }

  private static Optional<Instant> instant(JsonNode json, String key) {
    return Optional.ofNullable(json.get(key)).map(at -> Instant.parse(at.asString()));
  }

  /// As rotas were kept when they had weekly rotations alone; pages of that time may still be open.
  private static List<Layer> rotations(JsonNode json) {
    List<Layer> layers = new ArrayList<>();
    for (JsonNode rotation : json) {
      int number = layers.size() + 1;
      layers.add(Layer.of("layer " + number, number, weekly(rotation)));
    }
    return layers;
  }

  private static Rotation weekly(JsonNode json) {
    return Rotation.weekly(
        json.required("weeks").asInt(),
        DayOfWeek.valueOf(json.required("day").asString()),
        LocalTime.parse(json.required("time").asString()),
        LocalDate.parse(json.required("from").asString()),
        SnapshotJson.list(
            json.required("seats"),
            seat -> seat.isNull() ? Seat.EMPTY : Seat.of(new PersonId(seat.asString()))));
  }
}
