package watchbill.testkit.simulation.plan;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.ContactRule;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.Urgency;

/// Makes up teams: of 1 to 20 people, in zones whose clocks do what one does not expect.
public final class Houses {
  /// Half and quarter hours, a change of 30 minutes, one of two hours, changes by decree, and two
  /// that once skipped a day.
  private static final List<ZoneId> ZONES =
      Stream.of(
              "Asia/Kathmandu",
              "Australia/Lord_Howe",
              "Pacific/Chatham",
              "Africa/Casablanca",
              "America/St_Johns",
              "Pacific/Apia",
              "Europe/Dublin",
              "America/Nuuk",
              "Antarctica/Troll",
              "Africa/Cairo",
              "Asia/Gaza",
              "Pacific/Kiritimati")
          .map(ZoneId::of)
          .toList();

  private static final List<Duration> WAITS =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

  private static final List<Duration> LATER =
      List.of(Duration.ofSeconds(90), Duration.ofMinutes(4));

  private Houses() {}

  /// @param teams at least 1
  static House of(int teams, LocalDate start, Chance chance) {
    List<TeamPlan> all = new ArrayList<>();
    for (int i = 0; i < teams; i++) {
      all.add(team("team" + i, start, chance.branch("team" + i)));
    }
    return new House(all);
  }

  private static TeamPlan team(String handle, LocalDate start, Chance chance) {
    int size = chance.happens(0.1) ? chance.between(10, 20) : chance.between(1, 6);
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      people.add(person(handle + "-person" + i, chance));
    }
    List<Optional<PersonId>> seats = new ArrayList<>();
    people.forEach(p -> seats.add(Optional.of(p.id())));
    Collections.rotate(seats, chance.below(size));
    if (chance.happens(0.3)) {
      seats.add(Optional.empty());
    }
    return new TeamPlan(
        handle,
        chance.any(ZONES),
        people,
        seats,
        chance.any(List.of(1, 7, 14)),
        start.minusDays(chance.between(1, 30)).atTime(LocalTime.of(chance.below(24), 0)),
        waits(chance),
        chance.below(2),
        chance.any(people).id(),
        chance.happens(0.2),
        hours(chance.branch("hours")));
  }

  /// Some begin or end in the night in which clocks change.
  private static Optional<OfficeHours> hours(Chance chance) {
    if (!chance.happens(0.6)) {
      return Optional.empty();
    }
    LocalTime from =
        chance.any(List.of(LocalTime.of(9, 0), LocalTime.of(2, 30), LocalTime.of(7, 45)));
    return Optional.of(new OfficeHours(from, from.plusHours(chance.between(4, 10))));
  }

  static List<Duration> waits(Chance chance) {
    List<Duration> waits = new ArrayList<>();
    int steps = chance.between(1, 3);
    for (int i = 0; i < steps; i++) {
      waits.add(chance.any(WAITS));
    }
    return waits;
  }

  private static Person person(String handle, Chance chance) {
    Map<ContactMethod, String> addresses = new LinkedHashMap<>();
    addresses.put(ContactMethod.SMS, handle + "/sms");
    addresses.put(ContactMethod.EMAIL, handle + "/email");
    List<ContactRule> urgent = new ArrayList<>();
    urgent.add(new ContactRule(ContactMethod.SMS, Duration.ZERO));
    if (chance.happens(0.4)) {
      addresses.put(ContactMethod.CALL, handle + "/call");
      urgent.add(new ContactRule(ContactMethod.CALL, chance.any(LATER)));
    }
    return new Person(
        new PersonId(handle),
        handle,
        chance.any(ZONES),
        addresses,
        Map.of(
            Urgency.NOW,
            urgent,
            Urgency.WORKING_HOURS,
            List.of(new ContactRule(ContactMethod.EMAIL, Duration.ZERO))));
  }
}
