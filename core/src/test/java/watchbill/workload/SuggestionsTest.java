package watchbill.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchbill.crew.Crew.ANA;
import static watchbill.crew.Crew.BEN;
import static watchbill.crew.Crew.CHO;
import static watchbill.crew.Crew.DEV;
import static watchbill.crew.Crew.NIGHT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchbill.catalog.PersonId;
import watchbill.time.Span;
import watchbill.workload.Suggestions.Candidate;
import watchbill.workload.Suggestions.Suggested;

/// Who should be next, and why.
class SuggestionsTest {
  @Test
  void whoeverRestedLongestIsNext() {
    List<Suggested> suggested =
        suggest(4, rested(ANA, 1), rested(BEN, 3), never(CHO), rested(DEV, 2));
    assertThat(people(suggested)).containsExactly("cho", "ben", "dev", "ana");
    assertThat(suggested.getFirst().because()).isEqualTo("was never on duty");
    assertThat(suggested.get(1).because()).isEqualTo("rested longest: 28 d");
  }

  @Test
  void theOrderGoesOnInTurns() {
    assertThat(people(suggest(6, rested(ANA, 3), rested(BEN, 2), rested(CHO, 1))))
        .containsExactly("ana", "ben", "cho", "ana", "ben", "cho");
  }

  @Test
  void whoIsAwayIsPassedOverAndTakesALaterTurn() {
    List<Suggested> suggested = suggest(3, away(rested(ANA, 3), 0), rested(BEN, 2), rested(CHO, 1));
    assertThat(people(suggested)).containsExactly("ben", "ana", "cho");
    assertThat(suggested.getFirst().because()).isEqualTo("rested longest: 14 d; ana is away");
  }

  @Test
  void nobodyIsOnDutyTwiceInARowWhereItCanBeAvoided() {
    // Ana rested longest, but if she goes first only she is left for the second week.
    List<Suggested> suggested = suggest(2, rested(ANA, 9), away(rested(BEN, 2), 1));
    assertThat(people(suggested)).containsExactly("ben", "ana");
    assertThat(suggested.getFirst().because())
        .isEqualTo("rested longest: 14 d; ana is needed for the next turn");
  }

  @Test
  void whoComesFromDutyIsNotTheFirst() {
    assertThat(people(suggest(1, rested(ANA, 0), away(rested(BEN, 1), 5)))).containsExactly("ben");
  }

  @Test
  void twiceInARowIsSaidWhereItCanNotBeAvoided() {
    List<Suggested> suggested = suggest(2, rested(ANA, 1), away(away(rested(BEN, 5), 0), 1));
    assertThat(people(suggested)).containsExactly("ana", "ana");
    assertThat(suggested.getLast().because())
        .isEqualTo("has no rest before it, twice in a row since nobody else can; ben is away");
  }

  @Test
  void aTurnNobodyCanTakeIsNamed() {
    List<Suggested> suggested = suggest(2, away(rested(ANA, 1), 0), away(rested(BEN, 2), 0));
    assertThat(suggested.getFirst().person()).isEmpty();
    assertThat(suggested.getFirst().because())
        .isEqualTo("nobody can take it: ben is away, ana is away");
    assertThat(people(suggested)).containsExactly("nobody", "ben");
    assertThat(suggest(1).getFirst().because())
        .isEqualTo("nobody can take it: there is nobody to choose from");
  }

  @Test
  void amongEquallyRestedTheLighterLoadThenTheHandleDecides() {
    var heavy = new Candidate(ANA, Optional.empty(), List.of(), 7);
    var light = new Candidate(BEN, Optional.empty(), List.of(), 2);
    assertThat(people(suggest(1, heavy, light))).containsExactly("ben");
    assertThat(people(suggest(1, never(CHO), never(BEN)))).containsExactly("ben");
  }

  @Test
  void turnsComeOneAfterAnother() {
    List<Span> crossed = List.of(week(0), new Span(week(0).from().plusSeconds(1), week(1).until()));
    assertThatThrownBy(() -> Suggestions.suggest(crossed, List.of(never(ANA))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// Whatever the leave: nobody who is away, no slot empty that somebody could take, no more turns
  /// in a row than the best of all assignments has, and the order of the candidates is nothing.
  @Test
  void leaveIsRespectedAndNoTurnIsWasted() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      List<Candidate> candidates = randomCandidates(random);
      List<Span> slots = IntStream.range(0, 5).mapToObj(SuggestionsTest::week).toList();
      List<Suggested> suggested = Suggestions.suggest(slots, candidates);
      String what = "seed " + seed + ": " + candidates;
      for (Suggested s : suggested) {
        List<PersonId> there =
            candidates.stream()
                .filter(c -> c.away().stream().noneMatch(s.slot()::overlaps))
                .map(Candidate::person)
                .toList();
        assertThat(s.person().isPresent()).as(what).isEqualTo(!there.isEmpty());
        s.person().ifPresent(p -> assertThat(there).as(what).contains(p));
      }
      assertThat(inARow(suggested)).as(what).isEqualTo(fewestInARow(slots, candidates, 0, -1));
      List<Candidate> shuffled = new ArrayList<>(candidates);
      Collections.shuffle(shuffled, random);
      assertThat(Suggestions.suggest(slots, shuffled)).as(what).isEqualTo(suggested);
    }
  }

  private static List<Candidate> randomCandidates(Random random) {
    List<Candidate> candidates = new ArrayList<>();
    for (PersonId person : List.of(ANA, BEN, CHO)) {
      Candidate candidate = rested(person, 1 + random.nextInt(9));
      for (int week = 0; week < 5; week++) {
        candidate = random.nextInt(3) == 0 ? away(candidate, week) : candidate;
      }
      candidates.add(candidate);
    }
    return candidates;
  }

  private static int inARow(List<Suggested> suggested) {
    return (int)
        IntStream.range(1, suggested.size())
            .filter(i -> suggested.get(i).person().isPresent())
            .filter(i -> suggested.get(i).person().equals(suggested.get(i - 1).person()))
            .count();
  }

  /// Tries every assignment that leaves no slot empty which somebody could take.
  private static int fewestInARow(
      List<Span> slots, List<Candidate> candidates, int slot, int before) {
    if (slot == slots.size()) {
      return 0;
    }
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < candidates.size(); i++) {
      if (candidates.get(i).away().stream().noneMatch(slots.get(slot)::overlaps)) {
        int rest = fewestInARow(slots, candidates, slot + 1, i);
        fewest = Math.min(fewest, rest + (i == before ? 1 : 0));
      }
    }
    return fewest == Integer.MAX_VALUE ? fewestInARow(slots, candidates, slot + 1, -1) : fewest;
  }

  private static List<Suggested> suggest(int weeks, Candidate... candidates) {
    return Suggestions.suggest(
        IntStream.range(0, weeks).mapToObj(SuggestionsTest::week).toList(), List.of(candidates));
  }

  private static List<String> people(List<Suggested> suggested) {
    return suggested.stream().map(s -> s.person().map(PersonId::handle).orElse("nobody")).toList();
  }

  private static Candidate never(PersonId person) {
    return new Candidate(person, Optional.empty(), List.of(), 0);
  }

  /// Last on duty until `weeks` + 1 weeks before the first slot; 0 is right before it.
  private static Candidate rested(PersonId person, int weeks) {
    Instant last = NIGHT.minus(Duration.ofDays(7L * weeks));
    return new Candidate(person, Optional.of(weeks == 0 ? NIGHT : last), List.of(), 0);
  }

  private static Candidate away(Candidate c, int week) {
    List<Span> away = new ArrayList<>(c.away());
    away.add(new Span(week(week).from().plusSeconds(60), week(week).from().plusSeconds(120)));
    return new Candidate(c.person(), c.lastDuty(), away, c.nights());
  }

  private static Span week(int number) {
    Instant from = NIGHT.plus(Duration.ofDays(7L * number));
    return new Span(from, from.plus(Duration.ofDays(7)));
  }
}
