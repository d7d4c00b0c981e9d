package watchbill.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watchbill.catalog.PersonId;
import watchbill.rota.Layer;
import watchbill.rota.Lieutenant;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.rota.turn.Rotation;
import watchbill.rota.turn.Seat;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Mistake;

/// Reads `rotas`.
final class RotaReader {
  private static final int ROTATIONS = 10;
  private static final int SEATS = 100;
  private static final Set<String> EMPTY = Set.of("empty");

  private final Handles people;

  RotaReader(Handles people) {
    this.people = people;
  }

  Optional<Rota> read(String handle, Field field) {
    return field
        .fields("zone", "rotations", "lieutenant")
        .map(rota ->
            new Rota(
                new RotaId(handle),
                rota.required("zone", Shapes.ZONE).orElse(PeopleReader.ZONE),
                layers(rota),
                rota.field("lieutenant")
                    .flatMap(this::lieutenant)
                    .orElseGet(Lieutenant.Next::new)));
  }

  /// A later rotation lies over the earlier.
  private List<Layer> layers(Fields rota) {
    List<Layer> layers = new ArrayList<>();
    for (Rotation rotation : rotations(rota)) {
      int number = layers.size() + 1;
      layers.add(Layer.of("layer " + number, number, rotation));
    }
    return layers;
  }

  private List<Rotation> rotations(Fields rota) {
    return rota
        .required("rotations", "a list of 1 to " + ROTATIONS + " rotations")
        .map(f -> f.items(1, ROTATIONS, "rotations"))
        .orElse(List.of())
        .stream()
        .flatMap(item -> rotation(item).stream())
        .toList();
  }

  private Optional<Rotation> rotation(Field field) {
    return field
        .fields("every", "handoff", "from", "people")
        .flatMap(rotation -> {
          int weeks = rotation.optional("every", Shapes.WEEKS).orElse(1);
          var handoff = rotation.required("handoff", Shapes.HANDOFF);
          var from = rotation.required("from", Shapes.DATE);
          List<Seat> seats = seats(rotation);
          boolean whole = handoff.isPresent() && from.isPresent() && !seats.isEmpty();
          return whole
              ? Optional.of(
                  Rotation.weekly(
                      weeks, handoff.get().day(), handoff.get().time(), from.get(), seats))
              : Optional.empty();
        });
  }

  private List<Seat> seats(Fields rotation) {
    List<Seat> seats = new ArrayList<>();
    List<Field> items =
        rotation
            .required("people", "a list of 1 to " + SEATS + " people")
            .map(f -> f.items(1, SEATS, "people"))
            .orElse(List.of());
    for (Field item : items) {
      boolean empty = item.isNothing() || item.isOneOf(EMPTY);
      seats.add(
          empty
              ? Seat.EMPTY
              : people.named(item).map(h -> Seat.of(new PersonId(h))).orElse(Seat.EMPTY));
      if (empty) {
        item.warn("the seat is empty: in its weeks this rotation has nobody on duty");
      }
    }
    boolean nobody = items.stream().allMatch(i -> i.isNothing() || i.isOneOf(EMPTY));
    if (!items.isEmpty() && nobody) {
      rotation
          .whole()
          .refuse(Mistake.Kind.VALUE, "every seat is empty; use one person or more", "");
    }
    return seats;
  }

  private Optional<Lieutenant> lieutenant(Field field) {
    if (field.isOneOf(Set.of("next"))) {
      return Optional.of(new Lieutenant.Next());
    }
    if (field.isOneOf(Set.of("none"))) {
      return Optional.of(new Lieutenant.None());
    }
    return field
        .as(Shapes.handleOf("next, none, or the handle of a person"))
        .flatMap(handle -> people.named(field, handle, "use next, none, or a person"))
        .map(handle -> new Lieutenant.Named(new PersonId(handle)));
  }
}
