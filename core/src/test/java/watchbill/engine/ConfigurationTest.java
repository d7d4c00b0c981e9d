package watchbill.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.crew.Crew.ANA;
import static watchbill.crew.Crew.BEN;
import static watchbill.crew.Crew.CHECKOUT;
import static watchbill.crew.Crew.DEV;
import static watchbill.crew.Crew.PAYMENTS;
import static watchbill.crew.Crew.ROTA;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.catalog.Catalog;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.Person;
import watchbill.catalog.Service;
import watchbill.crew.Crew;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.PolicySnapshot;
import watchbill.escalation.Target;
import watchbill.rota.Lieutenant;
import watchbill.rota.Role;
import watchbill.rota.Rota;

class ConfigurationTest {
  private static final Service SERVICE =
      new Service(CHECKOUT, PAYMENTS, "payments", 1, Optional.empty());

  @Test
  void aSnapshotHoldsEverybodyThePolicyCanName() {
    Rota rota = Crew.rota(new Lieutenant.Named(DEV), Crew.weekly(ANA, null, BEN));
    PolicySnapshot snapshot = snapshot(Crew.everybody(), rota, 5);
    assertThat(snapshot.people()).extracting(Person::id).contains(ANA, BEN, DEV);
    assertThat(snapshot.rotas()).containsExactly(rota);
    assertThat(snapshot.teams()).containsExactly(Crew.team());
  }

  @Test
  void theSameContentsHaveTheSameIdInWhateverOrderTheyWereDeclared() {
    PolicySnapshot first = snapshot(Crew.everybody(), rota(), 5);
    List<Person> shuffled = new ArrayList<>();
    for (Person p : Crew.everybody().reversed()) {
      Map<ContactMethod, String> addresses = new EnumMap<>(p.addresses());
      shuffled.add(new Person(p.id(), p.name(), p.zone(), addresses, new EnumMap<>(p.rules())));
    }
    assertThat(snapshot(shuffled, rota(), 5).id()).isEqualTo(first.id());
  }

  @Test
  void anIdOutlivesTheProcess() {
    // Stored: a change here writes every snapshot anew, which is harmless but should be meant.
    assertThat(snapshot(Crew.everybody(), rota(), 5).id())
        .isEqualTo("2e0a68c9780f19bc49314779e40ab196");
  }

  @Test
  void otherContentsHaveAnotherId() {
    String id = snapshot(Crew.everybody(), rota(), 5).id();
    assertThat(snapshot(Crew.everybody(), rota(), 6).id()).isNotEqualTo(id);
    Rota other = Crew.rota(new Lieutenant.Next(), Crew.weekly(BEN, ANA));
    assertThat(snapshot(Crew.everybody(), other, 5).id()).isNotEqualTo(id);
    List<Person> renamed = new ArrayList<>(Crew.everybody());
    renamed.set(0, Crew.person(ANA, "Ana"));
    assertThat(snapshot(renamed, rota(), 5).id()).isNotEqualTo(id);
  }

  private static Rota rota() {
    return Crew.rota(new Lieutenant.Next(), Crew.weekly(ANA, BEN));
  }

  private static PolicySnapshot snapshot(List<Person> people, Rota rota, int minutes) {
    var step =
        new EscalationPolicy.Step(
            List.of(new Target.ToRota(ROTA, Role.PRIMARY), new Target.ToTeam(PAYMENTS)),
            Duration.ofMinutes(minutes));
    var policy =
        new EscalationPolicy("payments", List.of(step), 0, List.of(new Target.ToPerson(DEV)));
    var catalog = new Catalog(people, List.of(Crew.team()), List.of(SERVICE), List.of());
    return new Configuration(catalog, List.of(rota), List.of(policy)).snapshotFor(SERVICE);
  }
}
