package watchbill.engine;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import watchbill.calendar.Holiday;
import watchbill.calendar.Leave;
import watchbill.catalog.RegionId;
import watchbill.escalation.Roster;
import watchbill.rota.Absence;
import watchbill.rota.RotaId;
import watchbill.rota.RotaVersion;
import watchbill.rota.request.StandDown;
import watchbill.time.Span;

/// Puts together who can be woken, from the configuration and what people entered beside it.
public final class Rosters {
  private Rosters() {}

  /// Right for every instant in `window`.
  public static Roster read(Configuration configuration, Stores stores, Span window) {
    return read(configuration, stores, window, _ -> true);
  }

  /// As if nobody were away: whose duty it is, whether or not they can.
  public static Roster planned(Configuration configuration, Stores stores, Span window) {
    return read(configuration, stores, window, _ -> false);
  }

  /// As if nobody had stood down: what can be known ahead.
  static Roster foreseen(Configuration configuration, Stores stores, Span window) {
    return read(configuration, stores, window, a -> a.why() == Absence.Why.LEAVE);
  }

  /// The public holidays of everybody's regions, for each day that touches the span somewhere.
  public static List<Holiday> holidays(Configuration configuration, Stores stores, Span span) {
    Set<RegionId> regions = new HashSet<>();
    configuration.catalog().people().forEach(p -> p.region().ifPresent(regions::add));
    LocalDate from = LocalDate.ofInstant(span.from(), ZoneOffset.MIN);
    LocalDate last = LocalDate.ofInstant(span.until(), ZoneOffset.MAX);
    return regions.isEmpty() ? List.of() : stores.holidays().of(regions, from, last.plusDays(1));
  }

  private static Roster read(
      Configuration configuration, Stores stores, Span window, Predicate<Absence> counts) {
    return configuration.roster(
        versions(configuration, stores, window),
        stores.overrides().touching(window),
        absences(stores, window).stream().filter(counts).toList());
  }

  /// Of a rota that begins only after the window, the version made last: it is known, and nobody is
  /// on duty in it yet. One without any version has not been adopted.
  private static List<RotaVersion> versions(
      Configuration configuration, Stores stores, Span window) {
    List<RotaVersion> versions = new ArrayList<>(stores.rotas().inEffect(window));
    Set<RotaId> missing = new HashSet<>(configuration.rotas().keySet());
    versions.forEach(v -> missing.remove(v.rota().id()));
    if (!missing.isEmpty()) {
      stores.rotas().latest().stream()
          .filter(v -> missing.contains(v.rota().id()))
          .forEach(versions::add);
    }
    return versions;
  }

  private static List<Absence> absences(Stores stores, Span window) {
    List<Absence> absences = new ArrayList<>();
    for (Leave leave : stores.leaves().touching(window)) {
      absences.add(new Absence(leave.person(), leave.span(), Absence.Why.LEAVE));
    }
    for (StandDown standDown : stores.standDowns().touching(window)) {
      standDown.absence().ifPresent(absences::add);
    }
    return absences;
  }
}
