package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.ANA;
import static watchbill.testkit.Cast.BEN;
import static watchbill.testkit.Cast.CHO;
import static watchbill.testkit.Cast.DEV;
import static watchbill.testkit.Cast.MADRID;
import static watchbill.testkit.Cast.PAYMENTS;
import static watchbill.testkit.Cast.ROTA;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchbill.catalog.PersonId;
import watchbill.rota.Role;
import watchbill.time.Span;
import watchbill.workload.CallOut;
import watchbill.workload.HomeClock;
import watchbill.workload.HourSettings;
import watchbill.workload.Load;
import watchbill.workload.LoadLimits;
import watchbill.workload.Loads;
import watchbill.workload.Spread;
import watchbill.workload.Stint;
import watchbill.workload.Suggestions;

/// Ana stood in for half the team; the others come first in the next weeks.
class FairnessTest {
  private static final HomeClock HOME = new HomeClock(MADRID, Set.of(), HourSettings.USUAL);
  private static final Map<PersonId, HomeClock> TEAM =
      Map.of(ANA, HOME, BEN, HOME, CHO, HOME, DEV, HOME);
  private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);

  /// Four weeks, of which Cho and Dev had none.
  private final List<Stint> stints =
      new ArrayList<>(List.of(week(0, ANA), week(1, BEN), week(2, ANA), week(3, ANA)));

  @Test
  void whoCarriesTooMuchIsNamedAndByHowMuch() {
    var woken =
        new CallOut(
            ANA,
            PAYMENTS,
            "p1",
            DutyBooks.at("2025-01-07T03:00"),
            DutyBooks.at("2025-01-07T03:30"));
    List<Load> loads = Loads.measure(months(), stints, List.of(woken), TEAM);
    assertThat(Spread.of(Spread.Measure.NIGHTS, loads).inWords())
        .isEqualTo("21 nights apart: ana has 21, cho has 0; standard deviation 8.6");
    assertThat(Spread.of(Spread.Measure.INTERRUPTIONS, loads).inWords())
        .isEqualTo("fair within 1 interruption");
    assertThat(LoadLimits.USUAL.warnings(ANA, stints, HOME))
        .extracting(LoadLimits.Warning::inWords)
        .containsExactly(
            "ana has 21 nights in the 28 days from 2025-01-06; at most 14",
            "ana has 3 weekends in the 28 days from 2025-01-11; at most 2");
  }

  @Test
  void theNextWeeksGoToWhoRestedLongest() {
    List<Suggestions.Suggested> suggested = Suggestions.suggest(weeks(4, 9), candidates());
    assertThat(suggested)
        .extracting(s -> s.person().orElseThrow().handle())
        .containsExactly("cho", "ben", "dev", "ana", "cho");
    assertThat(suggested.get(1).because()).isEqualTo("rested longest: 21 d; dev is away");
    suggested.forEach(s ->
        stints.add(new Stint(s.person().orElseThrow(), PAYMENTS, ROTA, Role.PRIMARY, s.slot())));
    Spread spread =
        Spread.of(Spread.Measure.NIGHTS, Loads.measure(months(), stints, List.of(), TEAM));
    assertThat(spread.inWords())
        .isEqualTo("21 nights apart: ana has 28, dev has 7; standard deviation 7.6");
  }

  /// Dev, who never was on duty, is away for two weeks.
  private List<Suggestions.Candidate> candidates() {
    Span away = new Span(slot(4).from(), slot(5).until());
    return List.of(
        new Suggestions.Candidate(ANA, Optional.of(slot(3).until()), List.of(), 21),
        new Suggestions.Candidate(BEN, Optional.of(slot(1).until()), List.of(), 7),
        new Suggestions.Candidate(CHO, Optional.empty(), List.of(), 0),
        new Suggestions.Candidate(DEV, Optional.empty(), List.of(away), 0));
  }

  private static List<Span> weeks(int from, int until) {
    return IntStream.range(from, until).mapToObj(FairnessTest::slot).toList();
  }

  private static Stint week(int number, PersonId person) {
    return new Stint(person, PAYMENTS, ROTA, Role.PRIMARY, slot(number));
  }

  private static Span slot(int number) {
    LocalDate from = MONDAY.plusWeeks(number);
    return new Span(DutyBooks.at(from + "T09:00"), DutyBooks.at(from.plusWeeks(1) + "T09:00"));
  }

  private static Span months() {
    return new Span(DutyBooks.at("2025-01-01T00:00"), DutyBooks.at("2025-06-01T00:00"));
  }
}
