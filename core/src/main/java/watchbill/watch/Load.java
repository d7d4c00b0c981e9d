package watchbill.watch;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import watchbill.catalog.PersonId;
import watchbill.escalation.Roster;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.time.Span;

/// Counts nights and weekends of each person, over the four weeks in which the window ends.
final class Load {
  private static final int WEEKS = 4;
  private static final LocalDate A_MONDAY = LocalDate.of(1970, 1, 5);
  private static final LocalTime NIGHT = LocalTime.of(3, 0);

  private final Roster roster;
  private final List<Rota> rotas;
  private final LocalDate first;
  private final Limits limits;
  private final Map<PersonId, Counts> counts = new LinkedHashMap<>();

  Load(Roster roster, List<Rota> rotas, Span window, Limits limits) {
    this.roster = roster;
    this.rotas = rotas;
    this.limits = limits;
    LocalDate last = LocalDate.ofInstant(window.until(), ZoneId.of("UTC"));
    long weeks = Math.floorDiv(ChronoUnit.DAYS.between(A_MONDAY, last), 7L);
    this.first = A_MONDAY.plusWeeks(Math.floorDiv(weeks, (long) WEEKS) * WEEKS);
  }

  /// Local dates, so that two rotas on one night are one night.
  private record Counts(RotaId rota, Span span, Set<LocalDate> nights, Set<LocalDate> weekends) {}

  List<Finding> findings() {
    for (Rota rota : rotas) {
      ZoneId zone = rota.zone();
      var span =
          new Span(
              first.atStartOfDay(zone).toInstant(),
              first.plusWeeks(WEEKS).atStartOfDay(zone).toInstant());
      for (Duty duty : Duties.of(roster.shifts(rota.id(), Role.PRIMARY, span), span)) {
        count(duty, rota, span);
      }
    }
    List<Finding> findings = new ArrayList<>();
    counts.forEach((person, c) -> {
      if (c.nights().size() > limits.nights()) {
        String said = said(person, c.nights().size(), "nights", limits.nights());
        findings.add(finding(Finding.Kind.TOO_MANY_NIGHTS, person, c, said));
      }
      if (c.weekends().size() > limits.weekends()) {
        String said = said(person, c.weekends().size(), "weekends", limits.weekends());
        findings.add(finding(Finding.Kind.TOO_MANY_WEEKENDS, person, c, said));
      }
    });
    return findings;
  }

  private void count(Duty duty, Rota rota, Span span) {
    Counts c =
        counts.computeIfAbsent(
            duty.person(), _ -> new Counts(rota.id(), span, new TreeSet<>(), new TreeSet<>()));
    for (int day = 0; day < WEEKS * 7; day++) {
      LocalDate date = first.plusDays(day);
      if (duty.span().contains(at(date, NIGHT, rota))) {
        c.nights().add(date);
      }
      if (date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0
          && duty.span().contains(at(date, LocalTime.NOON, rota))) {
        c.weekends().add(date.with(DayOfWeek.SATURDAY));
      }
    }
  }

  private static Instant at(LocalDate date, LocalTime time, Rota rota) {
    return date.atTime(time).atZone(rota.zone()).toInstant();
  }

  private String said(PersonId person, int count, String what, int limit) {
    return new Words(roster.catalog()).name(person)
        + " is on duty "
        + count
        + " "
        + what
        + " in the four weeks from "
        + first
        + "; more than "
        + limit
        + " is too much";
  }

  private Finding finding(Finding.Kind kind, PersonId person, Counts c, String said) {
    String what = kind == Finding.Kind.TOO_MANY_NIGHTS ? "nights" : "weekends";
    String key = what + "/" + person + "/" + first;
    return new Finding(kind, key, c.rota(), Role.PRIMARY, c.span(), List.of(person), said);
  }
}
