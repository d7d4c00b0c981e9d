package watchbill.rota.turn;

import java.util.HashSet;
import java.util.List;
import watchbill.catalog.PersonId;

/// People who are on duty together. An empty seat keeps its turn: nobody else moves up.
public record Seat(List<PersonId> people) {
  public static final Seat EMPTY = new Seat(List.of());

  public Seat {
    people = List.copyOf(people);
    if (new HashSet<>(people).size() < people.size()) {
      throw new IllegalArgumentException("somebody is in a seat twice: " + people);
    }
  }

  public static Seat of(PersonId... people) {
    return new Seat(List.of(people));
  }

  public boolean isEmpty() {
    return people.isEmpty();
  }
}
