package watchbill.testkit;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.ContactRule;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.Service;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Team;
import watchbill.catalog.TeamId;
import watchbill.catalog.Urgency;
import watchbill.rota.Layer;
import watchbill.rota.Lieutenant;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.rota.turn.Rotation;
import watchbill.rota.turn.Seat;

/// Who plays in every story: Ana, Ben, Cho and Dev of team payments, who run checkout.
public final class Cast {
  /// Monday 6 January 2025, 03:00 UTC; four in the morning in Madrid.
  public static final Instant NIGHT = Instant.parse("2025-01-06T03:00:00Z");

  public static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  public static final PersonId ANA = new PersonId("ana");
  public static final PersonId BEN = new PersonId("ben");
  public static final PersonId CHO = new PersonId("cho");
  public static final PersonId DEV = new PersonId("dev");

  public static final TeamId PAYMENTS = new TeamId("payments");
  public static final RotaId ROTA = new RotaId("payments");
  public static final ServiceId CHECKOUT = new ServiceId("checkout");
  public static final IntegrationId PROMETHEUS = new IntegrationId("prometheus");

  private Cast() {}

  /// Somebody in Madrid who is told by SMS at night and by e-mail in the day.
  public static Person person(PersonId id) {
    return new Person(
        id,
        name(id),
        MADRID,
        Map.of(ContactMethod.SMS, phone(id), ContactMethod.EMAIL, id + "@example.org"),
        Map.of(
            Urgency.NOW, List.of(new ContactRule(ContactMethod.SMS, Duration.ZERO)),
            Urgency.WORKING_HOURS, List.of(new ContactRule(ContactMethod.EMAIL, Duration.ZERO))));
  }

  public static List<Person> everybody() {
    return List.of(person(ANA), person(BEN), person(CHO), person(DEV));
  }

  public static Team payments() {
    return new Team(PAYMENTS, List.of(ANA, BEN, CHO, DEV), Optional.of(DEV));
  }

  /// A week each, handed over on Mondays at nine in Madrid, since the last week of 2024.
  public static Rota rota(PersonId... seats) {
    List<Seat> taken = List.of(seats).stream().map(Seat::of).toList();
    var rotation =
        Rotation.weekly(1, DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalDate.of(2024, 12, 30), taken);
    return new Rota(ROTA, MADRID, List.of(Layer.of("weeks", 1, rotation)), new Lieutenant.Next());
  }

  public static Service checkout() {
    return new Service(
        CHECKOUT,
        PAYMENTS,
        "payments",
        1,
        Optional.of(URI.create("https://example.org/runbooks/checkout")));
  }

  private static String name(PersonId id) {
    return Character.toUpperCase(id.handle().charAt(0)) + id.handle().substring(1);
  }

  /// A number that belongs to nobody, the same for the same handle.
  private static String phone(PersonId id) {
    return "+3460%07d".formatted(Math.floorMod(id.handle().hashCode(), 10_000_000));
  }
}
