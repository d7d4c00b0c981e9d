package watchbill.server.neutral;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import watchbill.catalog.PersonId;
import watchbill.rota.turn.Seat;

/// Reads who: a name, a list of names, or groups of names.
final class People {
  private static final int MAX = 1_000;

  private People() {}

  /// People who are on duty together; a list within a list says nothing more.
  static Seat seat(Part part) {
    List<Part> names = names(part).toList();
    List<PersonId> people = new ArrayList<>();
    for (Part name : names) {
      var person = new PersonId(name.name());
      if (people.contains(person)) {
        throw name.wrong("each person once in a group");
      }
      people.add(person);
    }
    return new Seat(people);
  }

  /// The groups that take turns; a name is a group of one. None at all is one empty seat.
  static List<Seat> seats(Part part) {
    List<Seat> seats = part.items(MAX, "groups").stream().map(People::group).toList();
    return seats.isEmpty() ? List.of(Seat.EMPTY) : seats;
  }

  private static Seat group(Part part) {
    return part.isAbsent() ? Seat.EMPTY : seat(part);
  }

  private static Stream<Part> names(Part part) {
    return part.value().isArray()
        ? part.items(MAX, "people").stream().flatMap(People::names)
        : Stream.of(part);
  }
}
