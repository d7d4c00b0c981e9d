package watchbill.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.crew.Crew.ANA;
import static watchbill.crew.Crew.BEN;
import static watchbill.crew.Crew.CHO;
import static watchbill.crew.Crew.DEV;
import static watchbill.crew.Crew.MADRID;
import static watchbill.crew.Crew.NIGHT;
import static watchbill.crew.Crew.ROTA;
import static watchbill.crew.Crew.rota;
import static watchbill.crew.Crew.weekly;
import static watchbill.rota.Role.LIEUTENANT;
import static watchbill.rota.Role.PRIMARY;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.catalog.PersonId;
import watchbill.rota.turn.Fixed;
import watchbill.rota.turn.Seat;
import watchbill.time.Span;

/// What differs from the plan: overrides, absences, and other rotas.
class DeviationsTest {
  private static final Lieutenant NEXT = new Lieutenant.Next();
  private final Rota weeks = rota(NEXT, weekly(ANA, BEN, CHO));
  private final List<RotaOverride> overrides = new ArrayList<>();
  private final List<Absence> absences = new ArrayList<>();

  @Test
  void aReplacementCountsOnlyWhereTheOtherWouldBeOnDuty() {
    made(1, new Change.Replace(BEN, DEV));
    assertThat(primaries()).containsExactly(ANA);
    made(2, new Change.Replace(ANA, DEV));
    assertThat(primaries()).containsExactly(DEV);
  }

  @Test
  void whatIsMadeLaterSeesWhatWasMadeBefore() {
    made(1, new Change.Replace(ANA, BEN));
    made(2, new Change.Replace(BEN, CHO));
    made(3, new Change.Add(DEV));
    assertThat(primaries()).containsExactly(CHO, DEV);
    made(4, new Change.Remove(CHO));
    assertThat(primaries()).containsExactly(DEV);
  }

  @Test
  void whatIsMadeAtTheSameInstantDoesNotSeeEachOther() {
    made(1, new Change.Replace(ANA, BEN));
    made(1, new Change.Replace(BEN, CHO));
    made(1, new Change.Remove(DEV));
    made(1, new Change.Add(DEV));
    assertThat(primaries()).containsExactly(BEN, DEV);
  }

  @Test
  void ofTakeOversMadeTogetherTheHighestWinsAndEqualOnesAreUnited() {
    made(1, new Change.TakeOver(Seat.of(BEN), 1));
    made(1, new Change.TakeOver(Seat.of(CHO), 2));
    made(1, new Change.TakeOver(Seat.of(DEV), 2));
    assertThat(primaries()).containsExactly(CHO, DEV);
  }

  @Test
  void aFixedPeriodIsTheWholeTruthAndItsHolesAreGaps() {
    var stint = new Change.Stint(new Span(minute(0), minute(20)), Seat.of(DEV));
    made(1, new Change.FixedPeriod(List.of(stint)));
    assertThat(primaries()).containsExactly(DEV);
    assertThat(onDuty(PRIMARY, minute(20)))
        .isEqualTo(new OnDuty.Nobody(ROTA, PRIMARY, new Gap.TakenOff(), Optional.of(minute(60))));
  }

  @Test
  void whoIsTakenOffLeavesAGapThatSaysSo() {
    made(1, new Change.Remove(ANA));
    assertThat(onDuty(PRIMARY, NIGHT))
        .isInstanceOfSatisfying(
            OnDuty.Nobody.class,
            nobody ->
                assertThat(nobody.inWords())
                    .isEqualTo(
                        "nobody is primary of rota payments: an override takes everybody off"));
  }

  @Test
  void theLieutenantStandsInForWhoIsOnLeave() {
    away(ANA, 0, 60);
    OnDuty.Somebody ben = (OnDuty.Somebody) onDuty(PRIMARY, minute(0));
    assertThat(ben.people()).containsExactly(BEN);
    assertThat(ben.until()).contains(minute(60));
    assertThat(ben.inWords(ben.watchers().getFirst(), MADRID))
        .isEqualTo(
            "primary of rota payments until Mon 6 Jan 05:00 CET,"
                + " standing in for ana, who is on leave");
    assertThat(people(LIEUTENANT)).containsExactly(CHO);
    assertThat(onDuty(PRIMARY, minute(60)).people()).containsExactly(ANA);
  }

  @Test
  void aLieutenantWhoIsAwayIsPassedOver() {
    away(ANA, 0, 60);
    away(BEN, 0, 60);
    assertThat(primaries()).containsExactly(CHO);
    away(CHO, 0, 60);
    assertThat(onDuty(PRIMARY, NIGHT))
        .isInstanceOfSatisfying(
            OnDuty.Nobody.class,
            nobody ->
                assertThat(nobody.gap().inWords())
                    .isEqualTo("ana is on leave, and no lieutenant can stand in"));
  }

  @Test
  void whoEntersAsStandInMayBeAwayToo() {
    made(1, new Change.TakeOver(Seat.of(DEV), 0));
    away(DEV, 0, 60);
    assertThat(primaries()).containsExactly(BEN);
  }

  @Test
  void ofTwoOnDutyTheOneWhoStaysIsJoinedByTheLieutenant() {
    made(1, new Change.Add(DEV));
    away(ANA, 0, 60);
    assertThat(primaries()).containsExactly(DEV, BEN);
  }

  @Test
  void theLieutenantMayBeThePrimaryOfAnotherRota() {
    var other = new RotaId("operations");
    var always = Layer.of("always", 1, new Fixed(Seat.of(DEV)));
    Rota operations = new Rota(other, MADRID, List.of(always), new Lieutenant.OfRota(ROTA));
    Rota led = new Rota(ROTA, MADRID, weeks.layers(), new Lieutenant.OfRota(other));
    away(ANA, 0, 60);
    var deviations =
        new Deviations(List.of(), absences, Map.of(other, RotaHistory.always(operations)));
    RotaHistory history = RotaHistory.always(led);
    assertThat(Rotas.onDuty(history, deviations, PRIMARY, NIGHT).people()).containsExactly(DEV);
    assertThat(Rotas.onDuty(history, deviations, LIEUTENANT, minute(60)).people())
        .containsExactly(DEV);
  }

  @Test
  void aLayerOfTheLieutenantsGoesBeforeTheRule() {
    List<Layer> layers = new ArrayList<>(weeks.layers());
    layers.add(
        new Layer(
            "seconds",
            LIEUTENANT,
            1,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            weekly(DEV, CHO)));
    away(ANA, 0, 60);
    Rota seconds = new Rota(ROTA, MADRID, layers, NEXT);
    assertThat(Rotas.onDuty(RotaHistory.always(seconds), deviations(), PRIMARY, NIGHT).people())
        .containsExactly(DEV);
  }

  @Test
  void anotherRoleHasItsOwnLayersAndNoLieutenant() {
    var shadow = new Role("shadow");
    List<Layer> layers = new ArrayList<>(weeks.layers());
    layers.add(
        new Layer(
            "learning",
            shadow,
            1,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            new Fixed(Seat.of(DEV, CHO))));
    Rota shadowed = new Rota(ROTA, MADRID, layers, NEXT);
    away(DEV, 0, 60);
    assertThat(shadowed.roles()).containsExactly(PRIMARY, LIEUTENANT, shadow);
    RotaHistory history = RotaHistory.always(shadowed);
    assertThat(Rotas.onDuty(history, deviations(), shadow, NIGHT).people()).containsExactly(CHO);
    assertThat(Rotas.onDuty(history, deviations(), PRIMARY, NIGHT).people()).containsExactly(ANA);
  }

  // Versions.

  @Test
  void anEditHoldsFromItsInstantAndThePastStaysAsItWas() {
    var first = new RotaVersion(weeks, Instant.MIN, "file", Instant.MIN);
    Rota only = rota(NEXT, weekly(DEV));
    var second = new RotaVersion(only, minute(30), "dev", minute(10));
    RotaHistory history = RotaHistory.of(ROTA, List.of(second, first));
    List<Shift> shifts =
        Rotas.shifts(history, Deviations.NONE, PRIMARY, new Span(minute(0), minute(60)));
    assertThat(shifts).extracting(Shift::people).containsExactly(List.of(ANA), List.of(DEV));
    assertThat(shifts.getLast().span()).isEqualTo(new Span(minute(30), minute(60)));
    assertThat(history.at(minute(29))).contains(weeks);
    assertThat(history.latest()).contains(only);
  }

  @Test
  void aLaterEditTakesThePlaceOfOneThatWasPlannedForAfterIt() {
    var first = new RotaVersion(weeks, Instant.MIN, "file", Instant.MIN);
    var planned = new RotaVersion(rota(NEXT, weekly(DEV)), minute(50), "dev", minute(10));
    var later = new RotaVersion(rota(NEXT, weekly(CHO)), minute(40), "dev", minute(20));
    RotaHistory history = RotaHistory.of(ROTA, List.of(first, planned, later));
    assertThat(history.versions()).containsExactly(first, later);
  }

  @Test
  void beforeItsFirstVersionARotaHasNobody() {
    var first = new RotaVersion(weeks, minute(30), "file", minute(30));
    RotaHistory history = RotaHistory.of(ROTA, List.of(first));
    OnDuty before = Rotas.onDuty(history, Deviations.NONE, PRIMARY, minute(0));
    assertThat(before.people()).isEmpty();
    assertThat(before.until()).contains(minute(30));
  }

  private List<PersonId> primaries() {
    return people(PRIMARY);
  }

  private List<PersonId> people(Role role) {
    return onDuty(role, minute(1)).people();
  }

  private OnDuty onDuty(Role role, Instant at) {
    return Rotas.onDuty(RotaHistory.always(weeks), deviations(), role, at);
  }

  private Deviations deviations() {
    return new Deviations(overrides, absences, Map.of());
  }

  private void made(int second, Change change) {
    String id = "o" + overrides.size();
    Instant madeAt = NIGHT.minusSeconds(1_000).plusSeconds(second);
    var span = new Span(minute(0), minute(60));
    overrides.add(new RotaOverride(id, ROTA, PRIMARY, span, change, "", DEV, madeAt));
  }

  private void away(PersonId person, long from, long until) {
    var span = new Span(minute(from), minute(until));
    absences.add(new Absence(person, span, Absence.Why.LEAVE));
  }

  private static Instant minute(long minute) {
    return NIGHT.plus(Duration.ofMinutes(minute));
  }
}
