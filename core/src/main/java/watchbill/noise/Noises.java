package watchbill.noise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Puts pages together by what they are for and by what raised them. Pure.
public final class Noises {
  /// Those that woke people for nothing most often first.
  private static final Comparator<NoiseRow> NOISIEST_FIRST =
      Comparator.<NoiseRow>comparingInt(r -> r.figures().forNothing())
          .thenComparingInt(r -> r.figures().wakes())
          .thenComparingInt(r -> r.figures().pages())
          .reversed()
          .thenComparing(NoiseRow::name);

  private Noises() {}

  /// A row for each, the noisiest first. Pages that no routing rule decided on have no row by rule.
  public static List<NoiseRow> rows(List<Disturbance> pages, NoiseRow.By by) {
    return rows(pages, pages, by);
  }

  /// The same, where more pages than those counted speak for a suggestion.
  ///
  /// @param known those counted, and others
  static List<NoiseRow> rows(List<Disturbance> counted, List<Disturbance> known, NoiseRow.By by) {
    Map<String, List<Disturbance>> all = together(known, names(by));
    List<NoiseRow> rows = new ArrayList<>();
    together(counted, names(by))
        .forEach((name, pages) ->
            rows.add(
                new NoiseRow(
                    by, name, Figures.of(pages), Suggestions.of(all.getOrDefault(name, pages)))));
    rows.sort(NOISIEST_FIRST);
    return rows;
  }

  private static Function<Disturbance, List<String>> names(NoiseRow.By by) {
    return switch (by) {
      case SERVICE -> d -> List.of(d.service().handle());
      case ORIGIN -> d -> List.of(d.service() + ": " + d.origin().inWords());
      case ROUTING -> d -> d.origin().routing().stream().map(rule -> "rule " + rule).toList();
    };
  }

  private static Map<String, List<Disturbance>> together(
      List<Disturbance> pages, Function<Disturbance, List<String>> names) {
    Map<String, List<Disturbance>> together = new TreeMap<>();
    for (Disturbance page : pages) {
      for (String name : names.apply(page)) {
        together.computeIfAbsent(name, _ -> new ArrayList<>()).add(page);
      }
    }
    return together;
  }
}
