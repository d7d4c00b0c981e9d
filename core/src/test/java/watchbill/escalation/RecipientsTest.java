package watchbill.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.crew.Crew.ANA;
import static watchbill.crew.Crew.BEN;
import static watchbill.crew.Crew.CHO;
import static watchbill.crew.Crew.NIGHT;
import static watchbill.crew.Crew.PAYMENTS;
import static watchbill.crew.Crew.ROTA;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.catalog.Catalog;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.Team;
import watchbill.catalog.TeamId;
import watchbill.crew.Crew;
import watchbill.rota.Deviations;
import watchbill.rota.Lieutenant;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaHistory;
import watchbill.rota.RotaId;

class RecipientsTest {
  private static final Target PRIMARY = new Target.ToRota(ROTA, Role.PRIMARY);
  private static final Target LIEUTENANT = new Target.ToRota(ROTA, Role.LIEUTENANT);
  private static final Target TEAM = new Target.ToTeam(PAYMENTS);

  private final Roster roster = roster(Crew.rota(new Lieutenant.Next(), Crew.weekly(ANA, BEN)));

  @Test
  void findsPeopleAndSaysWhyItIsThem() {
    assertThat(why(PRIMARY))
        .containsExactly("ana: primary of rota payments until Mon 6 Jan 09:00 CET");
    assertThat(why(LIEUTENANT))
        .containsExactly("ben: lieutenant of rota payments until Mon 6 Jan 09:00 CET");
    assertThat(why(new Target.ToPerson(CHO))).containsExactly("cho: named by the policy");
    assertThat(why(TEAM))
        .containsExactly("ana: in team payments", "ben: in team payments", "cho: in team payments");
  }

  @Test
  void nobodyIsWokenTwiceAndTheFirstReasonStands() {
    assertThat(why(LIEUTENANT, TEAM, PRIMARY))
        .containsExactly(
            "ben: lieutenant of rota payments until Mon 6 Jan 09:00 CET",
            "ana: in team payments",
            "cho: in team payments");
  }

  @Test
  void whatNamesNobodyIsAGapInWords() {
    assertGaps("there is no team search", new Target.ToTeam(new TeamId("search")));
    assertGaps("there is no person eve", new Target.ToPerson(new PersonId("eve")));
    assertGaps(
        "nobody is primary of rota search: there is no such rota",
        new Target.ToRota(new RotaId("search"), Role.PRIMARY));
    Roster empty = roster(Crew.rota(new Lieutenant.None(), Crew.weekly((PersonId) null)));
    Recipients.Found found = find(empty, List.of(PRIMARY, LIEUTENANT));
    assertThat(found.gapsInWords())
        .isEqualTo(
            "nobody is primary of rota payments: the seat whose turn it is is empty; "
                + "nobody is lieutenant of rota payments: it names no lieutenant");
  }

  @Test
  void whoCannotBeReachedIsAGapAndDoesNotHideTheOthers() {
    Recipients.Found found =
        Recipients.find(List.of(TEAM), roster, p -> !p.id().equals(BEN), NIGHT);
    assertThat(found.people()).extracting(r -> r.person().id()).containsExactly(ANA, CHO);
    assertThat(found.gaps()).containsExactly("there is no way to reach Ben");
    assertThat(found.nobody()).isFalse();
  }

  @Test
  void aTeamOfNobodyIsNobody() {
    Roster bare =
        new Roster(catalog(List.of(), List.of()), Map.of(), Deviations.NONE, Optional.empty());
    assertThat(find(bare, List.of()).nobody()).isTrue();
  }

  @Test
  void whoWasDeletedIsFoundInThePagesSnapshotAndTheLivingComesFirst() {
    var snapshot =
        new PolicySnapshot(
            "s",
            new EscalationPolicy(
                "p",
                List.of(
                    new EscalationPolicy.Step(List.of(TEAM), EscalationPolicy.Step.DEFAULT_WAIT)),
                0,
                List.of(TEAM)),
            List.of(Crew.rota(new Lieutenant.Next(), Crew.weekly(BEN))),
            List.of(Crew.team()),
            Crew.everybody());
    Roster gone =
        new Roster(
                catalog(List.of(Crew.person(ANA, "Ana Renamed")), List.of()),
                Map.of(),
                Deviations.NONE,
                Optional.empty())
            .with(snapshot);
    Recipients.Found found = find(gone, List.of(PRIMARY, TEAM));
    assertThat(found.people())
        .extracting(r -> r.person().name())
        .containsExactly("Ben", "Ana Renamed", "Cho");
  }

  private List<String> why(Target... targets) {
    Recipients.Found found = find(roster, List.of(targets));
    assertThat(found.gaps()).isEmpty();
    return found.people().stream().map(r -> r.person().id() + ": " + r.why()).toList();
  }

  private void assertGaps(String words, Target target) {
    Recipients.Found found = find(roster, List.of(target));
    assertThat(found.nobody()).isTrue();
    assertThat(found.gapsInWords()).isEqualTo(words);
  }

  private static Recipients.Found find(Roster roster, List<Target> targets) {
    return Recipients.find(targets, roster, _ -> true, NIGHT);
  }

  private static Roster roster(Rota rota) {
    return new Roster(
        catalog(Crew.everybody(), List.of(Crew.team())),
        Map.of(ROTA, RotaHistory.always(rota)),
        Deviations.NONE,
        Optional.empty());
  }

  private static Catalog catalog(List<Person> people, List<Team> teams) {
    return new Catalog(people, teams, List.of(), List.of());
  }
}
