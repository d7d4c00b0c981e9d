package watchbill.adapter.web.rota;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.escalation.Roster;
import watchbill.rota.Absence;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.Shift;
import watchbill.time.Span;
import watchbill.workload.Load;
import watchbill.workload.Suggestions;

/// Who could take a gap: whoever's last duty is longest ago, as `workload` suggests it.
///
/// @param shifts of the role, from a while ago to the end of what is drawn
record Takers(Rota rota, List<Shift> shifts, List<Absence> absences, List<Load> loads) {

  static Takers of(Rota rota, Role role, Roster roster, Span window, List<Load> loads) {
    return new Takers(
        rota, roster.shifts(rota.id(), role, window), roster.deviations().absences(), loads);
  }

  /// Empty when nobody of the rota can.
  Optional<PersonId> forGap(Span gap) {
    List<Suggestions.Candidate> candidates =
        rota.people().stream().map(person -> candidate(person, gap)).toList();
    return Suggestions.suggest(List.of(gap), candidates).getFirst().person();
  }

  private Suggestions.Candidate candidate(PersonId person, Span gap) {
    List<Span> away =
        absences.stream().filter(a -> a.person().equals(person)).map(Absence::span).toList();
    int nights =
        loads.stream()
            .filter(l -> l.person().equals(person))
            .mapToInt(Load::nights)
            .findFirst()
            .orElse(0);
    return new Suggestions.Candidate(person, lastDuty(person, gap.from()), away, nights);
  }

  private Optional<Instant> lastDuty(PersonId person, Instant before) {
    return shifts.stream()
        .filter(s -> s.people().contains(person) && s.span().from().isBefore(before))
        .map(s -> s.span().until().isBefore(before) ? s.span().until() : before)
        .max(Instant::compareTo);
  }
}
