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
import static watchbill.crew.Crew.startingOn;
import static watchbill.crew.Crew.weekly;
import static watchbill.rota.Role.LIEUTENANT;
import static watchbill.rota.Role.PRIMARY;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import watchbill.catalog.PersonId;
import watchbill.rota.turn.Rotation;
import watchbill.rota.turn.Seat;
import watchbill.rota.turn.Vacancy;
import watchbill.time.Span;

class RotasTest {
  private static final Instant HANDOFF = Instant.parse("2025-01-06T08:00:00Z");
  private static final Instant NEXT_HANDOFF = Instant.parse("2025-01-13T08:00:00Z");
  private static final Lieutenant NEXT = new Lieutenant.Next();
  private static final PersonId NOBODY = null;

  @Test
  void aTurnEndsWhereTheNextBegins() {
    Rota rota = rota(NEXT, weekly(ANA, BEN));
    assertThat(who(rota, PRIMARY, HANDOFF.minusNanos(1_000))).contains(ANA);
    assertThat(who(rota, PRIMARY, HANDOFF)).contains(BEN);
    assertThat(who(rota, PRIMARY, NEXT_HANDOFF)).contains(ANA);
    assertThat(inWords(somebody(rota, PRIMARY, NIGHT)))
        .isEqualTo("primary of rota payments until Mon 6 Jan 09:00 CET");
  }

  @Test
  void beforeTheFirstTurnNobodyIsOnDuty() {
    Rota rota = rota(NEXT, startingOn(LocalDate.of(2025, 1, 6), ANA));
    assertThat(onDuty(rota, PRIMARY, NIGHT))
        .isEqualTo(
            new OnDuty.Nobody(
                ROTA, PRIMARY, new Gap.Vacant(Vacancy.NOT_BEGUN), Optional.of(HANDOFF)));
  }

  @Test
  void anEmptySeatIsAGapAndKeepsItsTurn() {
    Rota rota = rota(NEXT, weekly(ANA, NOBODY, CHO));
    assertThat(onDuty(rota, PRIMARY, HANDOFF))
        .isEqualTo(
            new OnDuty.Nobody(
                ROTA, PRIMARY, new Gap.Vacant(Vacancy.EMPTY_SEAT), Optional.of(NEXT_HANDOFF)));
    assertThat(who(rota, PRIMARY, NEXT_HANDOFF)).contains(CHO);
  }

  @Test
  void aRotaWithoutRotationsHasNobody() {
    assertThat(onDuty(rota(NEXT), PRIMARY, NIGHT))
        .isEqualTo(
            new OnDuty.Nobody(ROTA, PRIMARY, new Gap.Vacant(Vacancy.NO_LAYER), Optional.empty()));
    assertThat(who(rota(NEXT), LIEUTENANT, NIGHT)).isEmpty();
  }

  @Test
  void aLaterLayerLiesOverAnEarlierOneAndShowsItWhereItIsEmpty() {
    Rota rota = rota(NEXT, weekly(DEV), weekly(ANA, NOBODY));
    assertThat(who(rota, PRIMARY, NIGHT)).contains(ANA);
    assertThat(who(rota, PRIMARY, HANDOFF)).contains(DEV);
  }

  // Overrides.

  @Test
  void anOverrideHoldsFromItsStartToBeforeItsEnd() {
    Rota rota = rota(NEXT, weekly(ANA, BEN));
    RotaOverride cho = override("1", PRIMARY, CHO, 0, 60);
    assertThat(who(rota, PRIMARY, at(-1), cho)).contains(ANA);
    assertThat(who(rota, PRIMARY, at(0), cho)).contains(CHO);
    assertThat(who(rota, PRIMARY, at(59), cho)).contains(CHO);
    assertThat(who(rota, PRIMARY, at(60), cho)).contains(ANA);
    assertThat(inWords(somebody(rota, PRIMARY, at(0), cho)))
        .isEqualTo(
            "primary of rota payments until Mon 6 Jan 05:00 CET, standing in (entered by dev)");
  }

  @Test
  void theNewestOverrideWinsAndTheOlderShowsAgainAfterIt() {
    Rota rota = rota(NEXT, weekly(ANA, BEN));
    RotaOverride cho = override("1", PRIMARY, CHO, 0, 60);
    RotaOverride dev = override("2", PRIMARY, DEV, 20, 40);
    assertThat(who(rota, PRIMARY, at(10), dev, cho)).contains(CHO);
    assertThat(who(rota, PRIMARY, at(20), dev, cho)).contains(DEV);
    assertThat(who(rota, PRIMARY, at(40), dev, cho)).contains(CHO);
    assertThat(somebody(rota, PRIMARY, at(10), dev, cho).until()).contains(at(20));
  }

  @Test
  void anOlderOverrideThatBeginsUnderANewerOneDoesNotShortenIt() {
    Rota rota = rota(NEXT, weekly(ANA, BEN));
    RotaOverride older = override("1", PRIMARY, CHO, 20, 40);
    RotaOverride newer = override("2", PRIMARY, DEV, 0, 60);
    assertThat(somebody(rota, PRIMARY, at(0), older, newer).until()).contains(at(60));
  }

  @Test
  void anOverrideOfAnotherRotaIsPassedOver() {
    Rota rota = rota(NEXT, weekly(ANA, BEN));
    RotaOverride cho = override("1", PRIMARY, CHO, 0, 60);
    var search = new RotaId("search");
    var other = new RotaOverride("1", search, PRIMARY, cho.span(), cho.change(), "", DEV, NIGHT);
    assertThat(who(rota, PRIMARY, at(0), other)).contains(ANA);
  }

  @Test
  void anOverrideFillsAnEmptySeatAndTheGapSaysUntilWhen() {
    Rota rota = rota(NEXT, weekly(NOBODY, BEN));
    RotaOverride cho = override("1", PRIMARY, CHO, 30, 60);
    assertThat(onDuty(rota, PRIMARY, at(0), cho))
        .isEqualTo(
            new OnDuty.Nobody(
                ROTA, PRIMARY, new Gap.Vacant(Vacancy.EMPTY_SEAT), Optional.of(at(30))));
    assertThat(who(rota, PRIMARY, at(30), cho)).contains(CHO);
  }

  // The lieutenant.

  @Test
  void theLieutenantIsWhoeverFollows() {
    Rota rota = rota(NEXT, weekly(ANA, BEN, CHO));
    assertThat(who(rota, LIEUTENANT, NIGHT)).contains(BEN);
    assertThat(who(rota, LIEUTENANT, HANDOFF)).contains(CHO);
    assertThat(who(rota, LIEUTENANT, NEXT_HANDOFF)).contains(ANA);
  }

  @Test
  void theLieutenantIsNeverThePrimaryHerself() {
    assertThat(who(rota(NEXT, weekly(ANA, ANA, BEN)), LIEUTENANT, NIGHT)).contains(BEN);
    assertThat(who(rota(NEXT, weekly(ANA, NOBODY, CHO)), LIEUTENANT, NIGHT)).contains(CHO);
    assertThat(onDuty(rota(NEXT, weekly(ANA)), LIEUTENANT, NIGHT))
        .isInstanceOfSatisfying(
            OnDuty.Nobody.class,
            nobody -> assertThat(nobody.gap()).isEqualTo(new Gap.NobodyElse()));
  }

  @Test
  void whenTheNextStandsInThePersonReplacedIsTheLieutenant() {
    Rota rota = rota(NEXT, weekly(ANA, BEN));
    RotaOverride ben = override("1", PRIMARY, BEN, 0, 60);
    assertThat(who(rota, LIEUTENANT, at(0), ben)).contains(ANA);
    assertThat(somebody(rota, LIEUTENANT, at(0), ben).until()).contains(at(60));
    assertThat(somebody(rota, LIEUTENANT, at(-5), ben).until()).contains(at(0));
  }

  @Test
  void whenNobodyIsPrimaryTheLieutenantIsWhoeverComesFirst() {
    assertThat(who(rota(NEXT, weekly(NOBODY, NOBODY, CHO)), LIEUTENANT, NIGHT)).contains(CHO);
  }

  @Test
  void theNextIsFoundAlsoWhenManyHandOffsOfAnotherLayerComeBefore() {
    var yearly =
        Rotation.weekly(
            52,
            DayOfWeek.MONDAY,
            LocalTime.of(9, 0),
            LocalDate.of(2024, 12, 30),
            List.of(Seat.of(ANA), Seat.of(BEN)));
    assertThat(who(rota(NEXT, yearly, weekly(NOBODY)), LIEUTENANT, NIGHT)).contains(BEN);
  }

  @Test
  void aNamedLieutenantIsAlwaysTheSame() {
    Rota rota = rota(new Lieutenant.Named(DEV), weekly(ANA, BEN));
    assertThat(who(rota, LIEUTENANT, NIGHT)).contains(DEV);
    assertThat(somebody(rota, LIEUTENANT, NIGHT).until()).isEmpty();
    RotaOverride cho = override("1", LIEUTENANT, CHO, 30, 60);
    assertThat(somebody(rota, LIEUTENANT, NIGHT, cho).until()).contains(at(30));
    assertThat(who(rota, LIEUTENANT, at(30), cho)).contains(CHO);
    assertThat(who(rota, PRIMARY, at(30), cho)).contains(ANA);
  }

  @Test
  void aRotaMayHaveNoLieutenant() {
    OnDuty none = onDuty(rota(new Lieutenant.None(), weekly(ANA, BEN)), LIEUTENANT, NIGHT);
    assertThat(none)
        .isInstanceOfSatisfying(
            OnDuty.Nobody.class,
            nobody ->
                assertThat(nobody.inWords())
                    .isEqualTo("nobody is lieutenant of rota payments: it names no lieutenant"));
  }

  // Any rota at all.

  @Test
  void theAnswerHoldsUntilTheInstantItNames() {
    long seed = new Random().nextLong();
    System.out.println("RotasTest: seed " + seed);
    var random = new Random(seed);
    for (int run = 0; run < 300; run++) {
      Rota rota = anyRota(random);
      List<RotaOverride> overrides = anyOverrides(random);
      for (Role role : Role.OF_EVERY_ROTA) {
        Instant at = NIGHT.plusSeconds(random.nextInt(40 * 86_400));
        OnDuty duty = Rotas.onDuty(RotaHistory.always(rota), Deviations.of(overrides), role, at);
        Instant until = duty.until().orElse(at.plus(Duration.ofDays(400)));
        assertThat(until).as("seed %d, run %d", seed, run).isAfter(at);
        long length = Duration.between(at, until).toMillis();
        for (int i = 0; i < 20; i++) {
          Instant later = at.plusMillis(Math.floorMod(random.nextLong(), length));
          assertThat(
                  person(
                      Rotas.onDuty(
                          RotaHistory.always(rota), Deviations.of(overrides), role, later)))
              .as("seed %d, run %d: %s at %s and %s", seed, run, role, at, later)
              .isEqualTo(person(duty));
        }
      }
    }
  }

  @Test
  void theLieutenantIsAnotherThanThePrimaryInAnyRota() {
    long seed = new Random().nextLong();
    System.out.println("RotasTest: seed " + seed);
    var random = new Random(seed);
    for (int run = 0; run < 500; run++) {
      Rota rota = anyRota(random);
      List<RotaOverride> overrides =
          anyOverrides(random).stream().filter(o -> o.role().equals(PRIMARY)).toList();
      Instant at = NIGHT.plusSeconds(random.nextInt(40 * 86_400));
      Optional<PersonId> primary =
          person(Rotas.onDuty(RotaHistory.always(rota), Deviations.of(overrides), PRIMARY, at));
      Optional<PersonId> lieutenant =
          person(Rotas.onDuty(RotaHistory.always(rota), Deviations.of(overrides), LIEUTENANT, at));
      if (rota.lieutenant() instanceof Lieutenant.Next && lieutenant.isPresent()) {
        assertThat(lieutenant).as("seed %d, run %d", seed, run).isNotEqualTo(primary);
      }
    }
  }

  private static Rota anyRota(Random random) {
    List<Rotation> layers = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      List<Seat> seats = new ArrayList<>();
      for (int s = 0; s <= random.nextInt(4); s++) {
        seats.add(random.nextInt(4) == 0 ? Seat.EMPTY : Seat.of(anybody(random)));
      }
      layers.add(
          Rotation.weekly(
              1 + random.nextInt(3),
              DayOfWeek.of(1 + random.nextInt(7)),
              LocalTime.of(random.nextInt(24), 0),
              LocalDate.of(2024, 12, 1).plusDays(random.nextInt(60)),
              seats));
    }
    List<Lieutenant> kinds = List.of(NEXT, new Lieutenant.Named(DEV), new Lieutenant.None());
    return rota(kinds.get(random.nextInt(3)), layers.toArray(Rotation[]::new));
  }

  private static List<RotaOverride> anyOverrides(Random random) {
    List<RotaOverride> overrides = new ArrayList<>();
    for (int i = 0; i < random.nextInt(6); i++) {
      int start = random.nextInt(40 * 1_440);
      Role role = random.nextBoolean() ? PRIMARY : LIEUTENANT;
      overrides.add(
          override("" + i, role, anybody(random), start, start + 1 + random.nextInt(20_000)));
    }
    return overrides;
  }

  private static PersonId anybody(Random random) {
    return List.of(ANA, BEN, CHO, DEV).get(random.nextInt(4));
  }

  private static Instant at(long minute) {
    return NIGHT.plus(Duration.ofMinutes(minute));
  }

  private static RotaOverride override(
      String id, Role role, PersonId person, long from, long until) {
    var change = new Change.TakeOver(Seat.of(person), 0);
    Instant madeAt = NIGHT.minusSeconds(1_000).plusSeconds(Long.parseLong(id));
    return new RotaOverride(id, ROTA, role, new Span(at(from), at(until)), change, "", DEV, madeAt);
  }

  private static OnDuty onDuty(Rota rota, Role role, Instant at, RotaOverride... overrides) {
    return Rotas.onDuty(RotaHistory.always(rota), Deviations.of(List.of(overrides)), role, at);
  }

  private static OnDuty.Somebody somebody(
      Rota rota, Role role, Instant at, RotaOverride... overrides) {
    return (OnDuty.Somebody) onDuty(rota, role, at, overrides);
  }

  private static String inWords(OnDuty.Somebody somebody) {
    return somebody.inWords(somebody.watchers().getFirst(), MADRID);
  }

  private static Optional<PersonId> who(
      Rota rota, Role role, Instant at, RotaOverride... overrides) {
    return person(onDuty(rota, role, at, overrides));
  }

  private static Optional<PersonId> person(OnDuty duty) {
    return duty.people().stream().findFirst();
  }
}
