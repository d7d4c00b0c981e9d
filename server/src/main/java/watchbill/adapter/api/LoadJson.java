package watchbill.adapter.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import watchbill.engine.Workloads.TeamLoad;
import watchbill.workload.HourKind;
import watchbill.workload.HoursByKind;
import watchbill.workload.LoadLimits;
import watchbill.workload.Spread;

/// A team's load as the API gives it.
///
/// @param spread how evenly each measure lies on the team, in words
record LoadJson(
    String team,
    Instant from,
    Instant until,
    List<OfPerson> people,
    List<OfMeasure> spread,
    List<Warning> warnings) {
  private static final String CSV_HEAD =
      "person,shifts,working_seconds,evening_seconds,night_seconds,weekend_seconds,"
          + "holiday_seconds,nights,weekends,pages,interruptions,called_seconds";

  private static final String CSV_END = "\r\n";

  /// One person's.
  ///
  /// @param seconds on duty, by the kind of hour; every kind is there
  /// @param calledSeconds the time they spent on pages
  record OfPerson(
      String person,
      int shifts,
      Map<String, Long> seconds,
      int nights,
      int weekends,
      int pages,
      int interruptions,
      long calledSeconds) {}

  record OfMeasure(String measure, String said) {}

  /// Who has too much, or as much as may be.
  ///
  /// @param from the first day of the four weeks in which it is worst
  record Warning(
      String person,
      String measure,
      int count,
      int max,
      LocalDate from,
      boolean tooMany,
      String said) {}

  static LoadJson of(TeamLoad load) {
    return new LoadJson(
        load.team().id().handle(),
        load.span().from(),
        load.span().until(),
        load.loads().stream()
            .map(l ->
                new OfPerson(
                    l.person().handle(),
                    l.shifts(),
                    seconds(l.hours()),
                    l.nights(),
                    l.weekends(),
                    l.pages(),
                    l.interruptions(),
                    l.called().toSeconds()))
            .toList(),
        load.spreads().stream().map(s -> new OfMeasure(word(s.measure()), s.inWords())).toList(),
        load.warnings().stream().map(LoadJson::warning).toList());
  }

  String csv() {
    return people.stream()
        .map(LoadJson::row)
        .collect(Collectors.joining(CSV_END, CSV_HEAD + CSV_END, people.isEmpty() ? "" : CSV_END));
  }

  private static String row(OfPerson p) {
    List<Object> cells = new ArrayList<>(List.of(p.person(), p.shifts()));
    cells.addAll(p.seconds().values());
    cells.addAll(
        List.of(p.nights(), p.weekends(), p.pages(), p.interruptions(), p.calledSeconds()));
    return cells.stream().map(c -> LedgerCsv.cell(c.toString())).collect(Collectors.joining(","));
  }

  private static Warning warning(LoadLimits.Warning w) {
    return new Warning(
        w.person().handle(),
        word(w.measure()),
        w.count(),
        w.max(),
        w.from(),
        w.tooMany(),
        w.inWords());
  }

  private static Map<String, Long> seconds(HoursByKind hours) {
    Map<String, Long> seconds = new LinkedHashMap<>();
    for (HourKind kind : HourKind.values()) {
      seconds.put(kind.word(), hours.of(kind).toSeconds());
    }
    return seconds;
  }

  private static String word(Spread.Measure measure) {
    return measure.name().toLowerCase(Locale.ROOT);
  }
}
