package watchbill.crew;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.alert.PageId;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.ContactRule;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Team;
import watchbill.catalog.TeamId;
import watchbill.catalog.Urgency;
import watchbill.escalation.Escalation;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.Page;
import watchbill.escalation.PolicySnapshot;
import watchbill.rota.Layer;
import watchbill.rota.Lieutenant;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.rota.turn.Rotation;
import watchbill.rota.turn.Seat;

/// Ana, Ben, Cho and Dev of team payments, on Monday 6 January 2025 at 03:00 UTC.
public final class Crew {
  public static final Instant NIGHT = Instant.parse("2025-01-06T03:00:00Z");
  public static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  public static final PersonId ANA = new PersonId("ana");
  public static final PersonId BEN = new PersonId("ben");
  public static final PersonId CHO = new PersonId("cho");
  public static final PersonId DEV = new PersonId("dev");
  public static final TeamId PAYMENTS = new TeamId("payments");
  public static final RotaId ROTA = new RotaId("payments");
  public static final ServiceId CHECKOUT = new ServiceId("checkout");

  private Crew() {}

  /// Told by SMS at once and by a call after two minutes at night, and by e-mail in the day.
  public static Person person(PersonId id, String name) {
    return new Person(
        id,
        name,
        MADRID,
        Map.of(
            ContactMethod.SMS, "+34600000001",
            ContactMethod.CALL, "+34600000002",
            ContactMethod.EMAIL, id + "@example.org"),
        Map.of(
            Urgency.NOW,
            List.of(
                new ContactRule(ContactMethod.SMS, Duration.ZERO),
                new ContactRule(ContactMethod.CALL, Duration.ofMinutes(2))),
            Urgency.WORKING_HOURS,
            List.of(new ContactRule(ContactMethod.EMAIL, Duration.ZERO))));
  }

  public static List<Person> everybody() {
    return List.of(
        person(ANA, "Ana Ruiz"), person(BEN, "Ben"), person(CHO, "Cho"), person(DEV, "Dev"));
  }

  public static Team team() {
    return new Team(PAYMENTS, List.of(ANA, BEN, CHO), Optional.of(DEV));
  }

  /// Turns of a week from Monday 30 December 2024 at nine in Madrid; null is an empty seat.
  public static Rotation weekly(PersonId... seats) {
    return startingOn(LocalDate.of(2024, 12, 30), seats);
  }

  public static Rotation startingOn(LocalDate date, PersonId... seats) {
    List<Seat> all = new ArrayList<>();
    for (PersonId seat : seats) {
      all.add(seat == null ? Seat.EMPTY : Seat.of(seat));
    }
    return Rotation.weekly(1, DayOfWeek.MONDAY, LocalTime.of(9, 0), date, all);
  }

  /// Each layer lies over those before it.
  public static Rota rota(Lieutenant lieutenant, Rotation... rotations) {
    List<Layer> layers = new ArrayList<>();
    for (Rotation rotation : rotations) {
      layers.add(Layer.of("layer " + (layers.size() + 1), layers.size() + 1, rotation));
    }
    return new Rota(ROTA, MADRID, layers, lieutenant);
  }

  public static Page page(EscalationPolicy policy, Escalation escalation) {
    return new Page(
        new PageId("p1"),
        4217,
        CHECKOUT,
        Urgency.NOW,
        "checkout is down",
        NIGHT,
        new PolicySnapshot("s1", policy, List.of(), List.of(), everybody()),
        escalation,
        1,
        1,
        1);
  }
}
