package watchbill.testkit.contract;

import static watchbill.testkit.Cast.ANA;
import static watchbill.testkit.Cast.BEN;
import static watchbill.testkit.Cast.CHO;
import static watchbill.testkit.Cast.DEV;
import static watchbill.testkit.Cast.PAYMENTS;
import static watchbill.testkit.Cast.ROTA;
import static watchbill.testkit.contract.Samples.minute;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.ContactRule;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.RegionId;
import watchbill.catalog.Team;
import watchbill.catalog.TeamId;
import watchbill.catalog.Urgency;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.PolicySnapshot;
import watchbill.escalation.Target;
import watchbill.rota.Layer;
import watchbill.rota.Lieutenant;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.rota.turn.Every;
import watchbill.rota.turn.Fixed;
import watchbill.rota.turn.Occurrences;
import watchbill.rota.turn.Rotation;
import watchbill.rota.turn.Seat;
import watchbill.rota.turn.Window;

/// A snapshot in which everything occurs that a snapshot may hold.
final class RichSnapshot {
  private static final RotaId NAMED = new RotaId("named");
  private static final RotaId ALONE = new RotaId("alone");

  private RichSnapshot() {}

  static PolicySnapshot make(String id) {
    return new PolicySnapshot(id, policy(), rotas(), teams(), people());
  }

  private static EscalationPolicy policy() {
    List<Target> everyKind =
        List.of(
            new Target.ToRota(ROTA, Role.PRIMARY),
            new Target.ToRota(NAMED, Role.LIEUTENANT),
            new Target.ToTeam(PAYMENTS),
            new Target.ToPerson(CHO));
    return new EscalationPolicy(
        "payments \"at night\"",
        List.of(
            new EscalationPolicy.Step(everyKind, Duration.ofMinutes(1)),
            new EscalationPolicy.Step(List.of(new Target.ToPerson(ANA)), Duration.ofDays(1)),
            new EscalationPolicy.Step(List.of(), Duration.ofSeconds(90))),
        9,
        List.of(new Target.ToPerson(DEV), new Target.ToTeam(PAYMENTS)),
        Optional.of(Duration.ofMinutes(90)));
  }

  private static List<Rota> rotas() {
    var withEmptySeat =
        Rotation.weekly(
            1,
            DayOfWeek.MONDAY,
            LocalTime.of(9, 0),
            LocalDate.of(2024, 12, 30),
            List.of(Seat.of(ANA, DEV), Seat.EMPTY, Seat.of(BEN)));
    var overnight =
        Rotation.weekly(
            52,
            DayOfWeek.SUNDAY,
            LocalTime.of(23, 59, 59),
            LocalDate.of(1999, 1, 1),
            List.of(Seat.of(CHO)));
    return List.of(
        new Rota(
            ROTA,
            ZoneId.of("Europe/Madrid"),
            List.of(
                Layer.of("weeks", 1, withEmptySeat), Layer.of("nights", 2, overnight), shadows()),
            new Lieutenant.Next(),
            Optional.of(PAYMENTS)),
        new Rota(
            NAMED,
            ZoneId.of("Asia/Kathmandu"),
            List.of(
                Layer.of("nights", 2, overnight), Layer.of("always", 1, new Fixed(Seat.of(ANA)))),
            new Lieutenant.Named(DEV)),
        new Rota(new RotaId("led"), ZoneId.of("UTC"), List.of(), new Lieutenant.OfRota(ROTA)),
        new Rota(ALONE, ZoneId.of("+05:45"), List.of(), new Lieutenant.None()));
  }

  private static Layer shadows() {
    var weekend = new Window.Days.OfWeek(Set.of(DayOfWeek.SUNDAY, DayOfWeek.SATURDAY));
    var pay = new Window.Days.OfMonth(Set.of(1, -1));
    var newYear = new Window.Days.On(LocalDate.of(2026, 1, 1));
    LocalTime nine = LocalTime.of(9, 0);
    var shifts =
        new Occurrences(
            new Every(2, Every.Unit.WEEK),
            Set.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY),
            LocalDate.of(2025, 1, 6).atTime(nine),
            Duration.ofHours(10),
            3,
            List.of(Seat.of(ANA), Seat.of(BEN, CHO)));
    return new Layer(
        "shadows",
        new Role("shadow"),
        -3,
        Optional.of(minute(0)),
        Optional.of(minute(9)),
        List.of(
            new Window(new Window.Days.All(), nine, LocalTime.MIDNIGHT),
            new Window(weekend, nine, nine),
            new Window(pay, nine, LocalTime.of(17, 30)),
            new Window(newYear, LocalTime.MIDNIGHT, nine)),
        shifts);
  }

  private static List<Team> teams() {
    return List.of(
        new Team(PAYMENTS, List.of(ANA, BEN, CHO), Optional.of(DEV)),
        new Team(new TeamId("empty"), List.of(), Optional.empty()));
  }

  private static List<Person> people() {
    Map<ContactMethod, String> addresses = new EnumMap<>(ContactMethod.class);
    for (ContactMethod method : ContactMethod.values()) {
      addresses.put(method, "address of " + method.word());
    }
    List<ContactRule> rules =
        List.of(
            new ContactRule(ContactMethod.PUSH, Duration.ZERO),
            new ContactRule(ContactMethod.SMS, Duration.ofSeconds(90)),
            new ContactRule(ContactMethod.CALL, Duration.ofDays(1)),
            new ContactRule(ContactMethod.CALL, Duration.ofHours(2)));
    return List.of(
        person(ANA, "Ana «Ñ» Ruiz", addresses, Map.of(Urgency.NOW, rules)),
        person(BEN, "O'Brien \\ \"Ben\"", Map.of(), Map.of()),
        person(
            CHO,
            "趙",
            Map.of(ContactMethod.EMAIL, "cho@example.org"),
            Map.of(Urgency.NOW, List.of(), Urgency.WORKING_HOURS, rules)),
        person(DEV, "", Map.of(), Map.of()));
  }

  private static Person person(
      PersonId id,
      String name,
      Map<ContactMethod, String> addresses,
      Map<Urgency, List<ContactRule>> rules) {
    Optional<RegionId> region =
        id.equals(ANA) ? Optional.of(new RegionId("cu-la-habana")) : Optional.empty();
    return new Person(id, name, ZoneId.of("America/Havana"), addresses, rules, region);
  }
}
