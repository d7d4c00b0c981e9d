package watchbill.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.calendar.Holiday;
import watchbill.catalog.PersonId;
import watchbill.escalation.Roster;
import watchbill.rota.Absence;
import watchbill.rota.Gap;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.Shift;
import watchbill.rota.Watcher;
import watchbill.rota.turn.Vacancy;
import watchbill.time.Span;
import watchbill.time.TimeWords;

/// Looks through the weeks to come for what is wrong with them. Pure.
public final class Coverage {
  private static final Duration BEYOND = Duration.ofDays(28);

  private final Roster roster;
  private final Span window;

  /// Beyond the window, so that a finding that begins in it ends where it really does.
  private final Span far;

  private final Words words;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<PersonId, List<Duty>> duties = new LinkedHashMap<>();

  private Coverage(Roster roster, Span window) {
    this.roster = roster;
    this.window = window;
    this.far = new Span(window.from(), window.until().plus(BEYOND));
    this.words = new Words(roster.catalog());
  }

  /// What is wrong and begins within the window, in that order.
  ///
  /// @param roster right for the window and four weeks to either side
  /// @param holidays of the regions of its people, through the window
  public static List<Finding> findings(
      Roster roster, List<Rota> rotas, Span window, Limits limits, List<Holiday> holidays) {
    var coverage = new Coverage(roster, window);
    for (Rota rota : rotas) {
      rota.roles().stream()
          .filter(role -> role.equals(Role.PRIMARY) || !rota.layersOf(role).isEmpty())
          .forEach(role -> coverage.look(rota, role));
    }
    coverage.doubleBookings();
    coverage.findings.addAll(
        HolidayDuties.among(
            roster.catalog(),
            holidays,
            coverage.duties.values().stream().flatMap(List::stream).toList()));
    coverage.findings.removeIf(f -> !f.span().from().isBefore(window.until()));
    coverage.findings.addAll(new Load(roster, rotas, window, limits).findings());
    return coverage.findings.stream()
        .sorted((a, b) -> a.span().from().compareTo(b.span().from()))
        .toList();
  }

  private void look(Rota rota, Role role) {
    List<Shift> shifts = roster.shifts(rota.id(), role, far);
    Duties.of(shifts, far)
        .forEach(d -> duties.computeIfAbsent(d.person(), _ -> new ArrayList<>()).add(d));
    boolean hoursSaid = false;
    for (Shift shift : shifts) {
      if (shift.gap().isEmpty()) {
        onLeave(rota, shift);
      } else if (isByPlan(shift.gap().get())) {
        if (!hoursSaid) {
          outsideHours(rota, shift);
        }
        hoursSaid = true;
      } else {
        gap(rota, shift, shift.gap().get());
      }
    }
  }

  private static boolean isByPlan(Gap gap) {
    return gap instanceof Gap.Vacant(var vacancy)
        && (vacancy == Vacancy.OUTSIDE_HOURS || vacancy == Vacancy.BETWEEN);
  }

  private void outsideHours(Rota rota, Shift shift) {
    String said =
        "By its plan nobody is "
            + shift.role()
            + " of rota "
            + rota.id()
            + " at some hours, first "
            + Words.span(shift.span(), rota.zone());
    String key = "hours/" + rota.id() + "/" + shift.role();
    var span = new Span(shift.span().from(), window.until());
    findings.add(
        new Finding(
            Finding.Kind.OUTSIDE_HOURS, key, rota.id(), shift.role(), span, List.of(), said));
  }

  private void gap(Rota rota, Shift shift, Gap gap) {
    boolean ends =
        gap instanceof Gap.Vacant(var vacancy)
            && vacancy == Vacancy.ENDED
            && shift.span().until().equals(far.until());
    String when = TimeWords.dayAndTime(shift.span().from(), rota.zone());
    String nobody = "nobody is " + shift.role() + " of rota " + rota.id();
    if (ends) {
      String said = "Rota " + rota.id() + " ends " + when + ": " + nobody + " after that";
      String key = "ends/" + rota.id() + "/" + shift.role();
      findings.add(finding(Finding.Kind.ENDS, key, shift, List.of(), said));
      return;
    }
    String said =
        "N"
            + nobody.substring(1)
            + ", "
            + Words.span(shift.span(), rota.zone())
            + ": "
            + gap.inWords();
    String key = "gap/" + rota.id() + "/" + shift.role() + "/" + named(shift.span());
    findings.add(finding(Finding.Kind.GAP, key, shift, away(gap), said));
  }

  private static List<PersonId> away(Gap gap) {
    return gap instanceof Gap.AllAway(var absences)
        ? absences.stream().map(Absence::person).toList()
        : List.of();
  }

  private void onLeave(Rota rota, Shift shift) {
    for (Watcher watcher : shift.watchers()) {
      if (watcher.because() instanceof Watcher.Because.StandingIn(var away, var why)
          && why == Absence.Why.LEAVE) {
        String said =
            words.name(away)
                + " is on duty while on leave, "
                + Words.span(shift.span(), rota.zone())
                + " in rota "
                + rota.id()
                + "; "
                + words.name(watcher.person())
                + " stands in";
        String key =
            "on-leave/" + rota.id() + "/" + shift.role() + "/" + away + "/" + named(shift.span());
        List<PersonId> people = List.of(away, watcher.person());
        findings.add(finding(Finding.Kind.ON_LEAVE, key, shift, people, said));
      }
    }
  }

  private static Finding finding(
      Finding.Kind kind, String key, Shift shift, List<PersonId> people, String said) {
    return new Finding(kind, key, shift.rota(), shift.role(), shift.span(), people, said);
  }

  private void doubleBookings() {
    duties
        .values()
        .forEach(ofOne -> {
          for (int i = 0; i < ofOne.size(); i++) {
            for (int j = i + 1; j < ofOne.size(); j++) {
              both(ofOne.get(i), ofOne.get(j)).ifPresent(findings::add);
            }
          }
        });
  }

  private Optional<Finding> both(Duty one, Duty other) {
    boolean same = one.rota().equals(other.rota()) && one.role().equals(other.role());
    if (same || !one.span().overlaps(other.span())) {
      return Optional.empty();
    }
    var span =
        new Span(
            later(one.span().from(), other.span().from()),
            earlier(one.span().until(), other.span().until()));
    String first = one.role() + " of rota " + one.rota();
    String second = other.role() + " of rota " + other.rota();
    var zone = words.zone(one.person());
    String said =
        words.name(one.person())
            + " is "
            + first
            + " and "
            + second
            + " at once, "
            + Words.span(span, zone);
    String key = "double/" + one.person() + "/" + first + "/" + second + "/" + named(span);
    return Optional.of(
        new Finding(
            Finding.Kind.DOUBLE_BOOKING,
            key.replace(' ', '-'),
            one.rota(),
            one.role(),
            span,
            List.of(one.person()),
            said));
  }

  /// By its begin; where the window cuts that, by its end, which does not move with the window.
  private String named(Span span) {
    if (!span.from().equals(window.from())) {
      return span.from().toString();
    }
    boolean endless = span.until().equals(far.until()) || span.until().equals(Duties.FAR);
    return endless ? "always" : "until-" + span.until();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
