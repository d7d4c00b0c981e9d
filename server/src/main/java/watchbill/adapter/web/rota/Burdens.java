package watchbill.adapter.web.rota;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import watchbill.catalog.PersonId;
import watchbill.catalog.TeamId;
import watchbill.escalation.Roster;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.time.Span;
import watchbill.workload.HomeClock;
import watchbill.workload.HourSettings;
import watchbill.workload.Load;
import watchbill.workload.Loads;
import watchbill.workload.Spread;
import watchbill.workload.Stint;

/// Who of a rota carried how much duty lately.
record Burdens(List<Load> loads, RotaWords words, Tints tints) {
  static final Duration PERIOD = Duration.ofDays(90);

  /// Measures the last [#PERIOD].
  static Burdens of(Rota rota, Role role, Roster roster, RotaWords words, Instant now) {
    var period = new Span(now.minus(PERIOD), now);
    List<Stint> stints =
        roster.shifts(rota.id(), role, period).stream()
            .flatMap(s -> s.people().stream().map(p -> stint(rota, role, p, s.span())))
            .toList();
    List<Load> loads = Loads.measure(period, stints, List.of(), homes(rota, roster, stints));
    return new Burdens(loads, words, new Tints(rota.people()));
  }

  RotaView.Load load() {
    return new RotaView.Load(
        PERIOD.toDays() + " days", loads.stream().map(this::row).toList(), apart());
  }

  /// ` · fair within 1 night`, where it is.
  String fairWithin() {
    return loads.size() > 1 && isFair() && spread().most().count() > 0
        ? " · " + spread().inWords()
        : "";
  }

  private String apart() {
    if (loads.size() < 2 || isFair()) {
      return "";
    }
    return nights(spread().range())
        + " apart: "
        + words.names().of(spread().most().person())
        + " had most, "
        + words.names().of(spread().least().person())
        + " fewest.";
  }

  private boolean isFair() {
    return spread().range() <= 1;
  }

  private Spread spread() {
    return Spread.of(Spread.Measure.NIGHTS, loads);
  }

  private static Stint stint(Rota rota, Role role, PersonId person, Span span) {
    TeamId team = rota.team().orElseGet(() -> new TeamId(rota.id().handle()));
    return new Stint(person, team, rota.id(), role, span);
  }

  /// Those of the rota and whoever stood in for them.
  private static Map<PersonId, HomeClock> homes(Rota rota, Roster roster, List<Stint> stints) {
    Set<PersonId> everybody = new HashSet<>(rota.people());
    stints.forEach(s -> everybody.add(s.person()));
    Map<PersonId, HomeClock> homes = new HashMap<>();
    for (PersonId person : everybody) {
      roster
          .person(person)
          .map(p -> HomeClock.of(p, List.of(), HourSettings.USUAL))
          .ifPresent(home -> homes.put(person, home));
    }
    return homes;
  }

  private RotaView.LoadRow row(Load load) {
    double days = load.hours().total().toMinutes() / (double) Duration.ofDays(1).toMinutes();
    String duty = days == 0 ? "no duty" : number(days) + " days on duty";
    String weekends = load.weekends() == 1 ? "1 weekend" : load.weekends() + " weekends";
    return new RotaView.LoadRow(
        words.names().of(load.person()),
        tints.of(load.person()),
        duty,
        nights(load.nights()) + ", " + weekends);
  }

  private static String nights(double count) {
    return number(count) + (count == 1 ? " night" : " nights");
  }

  /// `12`, `6.5`.
  private static String number(double value) {
    double rounded = Math.round(value * 10) / 10.0;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }
}
