package watchbill.testkit.simulation.plan;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.ServiceId;

/// One team with what it runs, in plain terms: what the engine is told of it is made from this, and
/// so is what the invariants expect, each in its own way.
///
/// @param zone of the rota's wall clock
/// @param seats in the order of their turns; an empty one is a gap
/// @param turnDays how long a turn lasts
/// @param anchor where the first turn begins
/// @param waits of the steps: the first wakes the primary, the second the lieutenant, the others
///   the whole team
/// @param silenceIsEnd whether an alert whose source falls silent is over
/// @param hours when what can wait may be told; empty means always
public record TeamPlan(
    String handle,
    ZoneId zone,
    List<Person> people,
    List<Optional<PersonId>> seats,
    int turnDays,
    LocalDateTime anchor,
    List<Duration> waits,
    int repeat,
    PersonId fallback,
    boolean silenceIsEnd,
    Optional<OfficeHours> hours) {
  public TeamPlan {
    people = List.copyOf(people);
    seats = List.copyOf(seats);
    waits = List.copyOf(waits);
  }

  public ServiceId service() {
    return new ServiceId(handle + "-service");
  }

  public IntegrationId integration() {
    return new IntegrationId(handle + "-monitoring");
  }

  TeamPlan withZone(ZoneId other) {
    return copy(other, people, seats, waits, repeat, hours);
  }

  TeamPlan withWaits(List<Duration> others, int rounds) {
    return copy(zone, people, seats, others, rounds, hours);
  }

  TeamPlan withPeople(List<Person> others, List<Optional<PersonId>> taken) {
    return copy(zone, others, taken, waits, repeat, hours);
  }

  TeamPlan atAnyHour() {
    return copy(zone, people, seats, waits, repeat, Optional.empty());
  }

  private TeamPlan copy(
      ZoneId otherZone,
      List<Person> otherPeople,
      List<Optional<PersonId>> otherSeats,
      List<Duration> otherWaits,
      int rounds,
      Optional<OfficeHours> otherHours) {
    return new TeamPlan(
        handle,
        otherZone,
        otherPeople,
        otherSeats,
        turnDays,
        anchor,
        otherWaits,
        rounds,
        fallback,
        silenceIsEnd,
        otherHours);
  }
}
