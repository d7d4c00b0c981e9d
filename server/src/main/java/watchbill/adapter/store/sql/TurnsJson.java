package watchbill.adapter.store.sql;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import watchbill.catalog.PersonId;
import watchbill.rota.turn.Every;
import watchbill.rota.turn.Fixed;
import watchbill.rota.turn.Occurrences;
import watchbill.rota.turn.Rotation;
import watchbill.rota.turn.Seat;
import watchbill.rota.turn.Turns;
import watchbill.rota.turn.Window;

/// How a layer shares out the time, and its hours, as JSON.
final class TurnsJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private TurnsJson() {}

  static JsonNode write(Turns turns) {
    ObjectNode json = NODES.objectNode();
    switch (turns) {
      case Fixed _ -> json.put("kind", "fixed");
      case Rotation rotation -> {
        json.put("kind", "rotation").put("anchor", rotation.anchor().toString());
        write(rotation.every(), json);
      }
      case Occurrences shifts -> {
        json.put("kind", "shifts").put("anchor", shifts.anchor().toString());
        write(shifts.every(), json);
        json.put("length", shifts.length().toString()).put("hold", shifts.hold());
        json.set("days", array(shifts.days()));
      }
    }
    json.set("seats", SnapshotJson.array(turns.seats(), TurnsJson::write));
    return json;
  }

  static Turns turns(JsonNode json) {
    List<Seat> seats = SnapshotJson.list(json.required("seats"), TurnsJson::seat);
    return switch (json.required("kind").asString()) {
      case "fixed" -> new Fixed(seats.getFirst());
      case "rotation" -> new Rotation(every(json), anchor(json), seats);
      case "shifts" ->
          new Occurrences(
              every(json),
              days(json.required("days")),
              anchor(json),
              Duration.parse(json.required("length").asString()),
              json.required("hold").asInt(),
              seats);
      default -> throw new IllegalStateException("turns of a kind this version can't read");
    };
  }

  static JsonNode write(Seat seat) {
    return SnapshotJson.array(seat.people(), person -> NODES.stringNode(person.handle()));
  }

  static Seat seat(JsonNode json) {
    return new Seat(SnapshotJson.list(json, person -> new PersonId(person.asString())));
  }

  static JsonNode write(Window window) {
    ObjectNode json = NODES.objectNode();
    switch (window.days()) {
      case Window.Days.All _ -> {}
      case Window.Days.OfWeek(var days) -> json.set("days", array(days));
      case Window.Days.OfMonth(var days) ->
          json.set("month-days", SnapshotJson.array(List.copyOf(days), NODES::numberNode));
      case Window.Days.On(var date) -> json.put("date", date.toString());
    }
    return json.put("start", window.start().toString()).put("end", window.end().toString());
  }

  static Window window(JsonNode json) {
    return new Window(
        windowDays(json),
        LocalTime.parse(json.required("start").asString()),
        LocalTime.parse(json.required("end").asString()));
  }

  private static Window.Days windowDays(JsonNode json) {
    if (json.has("days")) {
      return new Window.Days.OfWeek(days(json.required("days")));
    }
    if (json.has("month-days")) {
      Set<Integer> days = new HashSet<>();
      json.required("month-days").forEach(day -> days.add(day.asInt()));
      return new Window.Days.OfMonth(days);
    }
    return json.has("date")
        ? new Window.Days.On(LocalDate.parse(json.required("date").asString()))
        : new Window.Days.All();
  }

  private static void write(Every every, ObjectNode json) {
    json.put("count", every.count()).put("unit", every.unit().word());
  }

  private static Every every(JsonNode json) {
    return new Every(
        json.required("count").asInt(), Every.Unit.ofWord(json.required("unit").asString()));
  }

  private static LocalDateTime anchor(JsonNode json) {
    return LocalDateTime.parse(json.required("anchor").asString());
  }

  private static JsonNode array(Set<DayOfWeek> days) {
    return SnapshotJson.array(List.copyOf(days), day -> NODES.stringNode(day.name()));
  }

  private static Set<DayOfWeek> days(JsonNode json) {
    return new HashSet<>(SnapshotJson.list(json, day -> DayOfWeek.valueOf(day.asString())));
  }
}
