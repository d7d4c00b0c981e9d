package watchbill.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watchbill.catalog.PersonId;
import watchbill.rota.turn.Seat;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Mistake;
import watchbill.server.config.source.Value;

/// Reads who takes turns, in which order: people, groups of people, and empty seats.
final class SeatReader {
  private static final int SEATS = 100;
  private static final int TOGETHER = 20;
  private static final Set<String> EMPTY = Set.of("empty");

  private final Handles people;

  SeatReader(Handles people) {
    this.people = people;
  }

  /// No seats at all where something is wrong with the list.
  List<Seat> seats(Fields rotation) {
    List<Field> items =
        rotation
            .required("people", "a list of 1 to " + SEATS + " people")
            .map(f -> f.items(1, SEATS, "people"))
            .orElse(List.of());
    List<Seat> seats = items.stream().map(this::seat).toList();
    if (!items.isEmpty() && items.stream().allMatch(SeatReader::isEmpty)) {
      rotation
          .whole()
          .refuse(Mistake.Kind.VALUE, "every seat is empty; use one person or more", "");
    }
    return seats;
  }

  /// People who are on duty together.
  Seat together(Field field) {
    List<PersonId> together = new ArrayList<>();
    for (Field item : field.items(1, TOGETHER, "people")) {
      Optional<PersonId> person = people.named(item).map(PersonId::new);
      if (person.filter(together::contains).isPresent()) {
        item.refuse(
            Mistake.Kind.DUPLICATE,
            item.shown(false) + " is in the group twice; use each person once",
            "remove one of the two");
      } else {
        person.ifPresent(together::add);
      }
    }
    return new Seat(together);
  }

  private Seat seat(Field item) {
    if (isEmpty(item)) {
      item.warn("the seat is empty: in its turns this rotation has nobody on duty");
      return Seat.EMPTY;
    }
    return item.value() instanceof Value.Listing
        ? together(item)
        : people.named(item).map(h -> Seat.of(new PersonId(h))).orElse(Seat.EMPTY);
  }

  private static boolean isEmpty(Field item) {
    return item.isNothing() || item.isOneOf(EMPTY);
  }
}
