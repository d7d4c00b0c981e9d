package watchbill.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.crew.Crew.ANA;
import static watchbill.crew.Crew.BEN;
import static watchbill.crew.Crew.MADRID;
import static watchbill.crew.Crew.NIGHT;
import static watchbill.crew.Crew.ROTA;
import static watchbill.crew.Crew.weekly;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import watchbill.catalog.Catalog;
import watchbill.crew.Crew;
import watchbill.escalation.Roster;
import watchbill.rota.Absence;
import watchbill.rota.Deviations;
import watchbill.rota.Layer;
import watchbill.rota.Lieutenant;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaHistory;
import watchbill.rota.RotaId;
import watchbill.rota.turn.Turns;
import watchbill.rota.turn.Window;
import watchbill.time.Span;

class CoverageTest {
  private static final RotaId SEARCH = new RotaId("search");

  @Test
  void aWholeRotaOfManyHasNoFindings() {
    assertThat(findings(NIGHT, List.of(), rota(ROTA, weekly(ANA, BEN)))).isEmpty();
  }

  @Test
  void somebodyInTwoRotasAtOnceIsSaidOnce() {
    List<Finding> found =
        findings(NIGHT, List.of(), rota(ROTA, weekly(ANA, BEN)), rota(SEARCH, weekly(BEN, BEN)));
    assertThat(found).extracting(Finding::kind).contains(Finding.Kind.DOUBLE_BOOKING);
    Finding first =
        found.stream()
            .filter(f -> f.kind() == Finding.Kind.DOUBLE_BOOKING)
            .findFirst()
            .orElseThrow();
    assertThat(first.said())
        .isEqualTo(
            "Ben is primary of rota payments and primary of rota search at once, Mon 6 Jan 09:00"
                + " CET to Mon 13 Jan 09:00 CET");
    assertThat(first.people()).containsExactly(BEN);
  }

  @Test
  void hoursThatARotaLeavesOutAreSaidOnceAndNotEachNight() {
    var days = new Window.Days.OfWeek(Set.of(DayOfWeek.values()));
    var hours = List.of(new Window(days, LocalTime.of(9, 0), LocalTime.of(17, 0)));
    var layer =
        new Layer(
            "days", Role.PRIMARY, 1, Optional.empty(), Optional.empty(), hours, weekly(ANA, BEN));
    var rota = new Rota(ROTA, MADRID, List.of(layer), new Lieutenant.Next());
    assertThat(findings(NIGHT, List.of(), rota))
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.OUTSIDE_HOURS);
  }

  @Test
  void whoIsOnLeaveIsCoveredOrTheGapSaysSo() {
    var leave = new Absence(ANA, span(NIGHT, 2), Absence.Why.LEAVE);
    assertThat(findings(NIGHT, List.of(leave), rota(ROTA, weekly(ANA, BEN))))
        .extracting(Finding::said)
        .containsExactly(
            "Ana Ruiz is on duty while on leave, Mon 6 Jan 04:00 CET to Mon 6 Jan 09:00 CET in"
                + " rota payments; Ben stands in");
    assertThat(findings(NIGHT, List.of(leave), rota(ROTA, weekly(ANA))))
        .extracting(Finding::said)
        .anyMatch(s -> s.endsWith("ana is on leave, and no lieutenant can stand in"));
  }

  /// Asked every hour for five weeks: what is one gap stays one key.
  @Test
  void aFindingKeepsItsKeyAsTimeGoesBy() {
    Rota rota = rota(ROTA, weekly(ANA, null, BEN));
    Map<String, Set<Instant>> ends = new HashMap<>();
    for (int hour = 0; hour < 24 * 35; hour++) {
      Instant now = NIGHT.plus(Duration.ofHours(hour));
      findings(now, List.of(), rota)
          .forEach(f -> ends.computeIfAbsent(f.key(), _ -> new HashSet<>()).add(f.span().until()));
    }
    Set<String> gaps =
        ends.keySet().stream().filter(k -> k.startsWith("gap/")).collect(Collectors.toSet());
    assertThat(ends.values()).allMatch(set -> set.size() == 1);
    // Before it reaches back of the window a gap is named by its begin, after that by its end.
    assertThat(gaps).hasSizeBetween(3, 6);
  }

  private static Rota rota(RotaId id, Turns turns) {
    return new Rota(id, MADRID, List.of(Layer.of("weeks", 1, turns)), new Lieutenant.Next());
  }

  private static List<Finding> findings(Instant now, List<Absence> absences, Rota... rotas) {
    var window = new Span(now.minus(Duration.ofDays(14)), now.plus(Duration.ofDays(14)));
    Map<RotaId, RotaHistory> histories = new HashMap<>();
    for (Rota rota : rotas) {
      histories.put(rota.id(), RotaHistory.always(rota));
    }
    var catalog = new Catalog(Crew.everybody(), List.of(Crew.team()), List.of(), List.of());
    var deviations = new Deviations(List.of(), absences, histories);
    var roster = new Roster(catalog, histories, deviations, Optional.empty());
    return Coverage.findings(roster, List.of(rotas), window, new Limits(28, 4), List.of()).stream()
        .filter(f -> f.span().until().isAfter(now))
        .toList();
  }

  private static Span span(Instant from, int days) {
    return new Span(from, from.plus(Duration.ofDays(days)));
  }
}
