package watchbill.server.config;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watchbill.rota.Layer;
import watchbill.rota.Role;
import watchbill.rota.turn.Fixed;
import watchbill.rota.turn.Window;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Mistake;
import watchbill.time.WallClock;

/// Reads one entry of `rotations`: a layer of the rota.
final class LayerReader {
  private static final int WINDOWS = 50;

  private final TurnsReader turns;
  private final ZoneId zone;

  LayerReader(SeatReader seats, ZoneId zone) {
    this.turns = new TurnsReader(seats);
    this.zone = zone;
  }

  /// @param number its place in the list, from 1
  /// @param taken the names of those before it
  Optional<Layer> read(Field field, int number, Set<String> taken) {
    return field
        .fields(
            "name",
            "role",
            "priority",
            "every",
            "handoff",
            "from",
            "counts-from",
            "until",
            "people",
            "hours",
            "shifts",
            "always")
        .flatMap(entry -> {
          String name = name(entry, number, taken);
          Role role = entry.optional("role", RotaShapes.ROLE).orElse(Role.PRIMARY);
          int priority = entry.optional("priority", RotaShapes.PRIORITY).orElse(number);
          List<Window> hours = entry.field("hours").map(LayerReader::hours).orElse(List.of());
          return turns
              .read(entry)
              .map(t -> {
                Optional<Instant> from = moment(entry, t instanceof Fixed ? "from" : "counts-from");
                Optional<Instant> until = moment(entry, "until");
                refuseEndBeforeStart(entry);
                return new Layer(name, role, priority, from, until, hours, t);
              });
        });
  }

  private static String name(Fields entry, int number, Set<String> taken) {
    String name = entry.optional("name", Shapes.NAME).orElse("layer " + number);
    if (!taken.add(name)) {
      entry
          .field("name")
          .orElse(entry.whole())
          .refuse(
              Mistake.Kind.DUPLICATE,
              "'" + name + "' is the name of a rotation before it; use another",
              "");
    }
    return name;
  }

  private static List<Window> hours(Field field) {
    return field.items(1, WINDOWS, "hours, like [ Mon-Fri 09:00-17:00 ]").stream()
        .flatMap(item -> item.as(RotaShapes.HOURS).stream())
        .toList();
  }

  private Optional<Instant> moment(Fields entry, String key) {
    return entry.optional(key, RotaShapes.MOMENT).map(local -> WallClock.first(local, zone));
  }

  private static void refuseEndBeforeStart(Fields entry) {
    Optional<LocalDateTime> until = quiet(entry, "until");
    for (String key : List.of("from", "counts-from")) {
      quiet(entry, key)
          .filter(start -> until.isPresent() && !start.isBefore(until.get()))
          .ifPresent(start ->
              entry
                  .field("until")
                  .ifPresent(field ->
                      field.refuse(
                          Mistake.Kind.VALUE,
                          field.shown(false) + " is not accepted; use a time after " + key,
                          key + " is " + start)));
    }
  }

  /// Whatever is wrong with it has been noted where it was read.
  private static Optional<LocalDateTime> quiet(Fields entry, String key) {
    return entry.field(key).flatMap(field -> field.as(RotaShapes.MOMENT));
  }
}
