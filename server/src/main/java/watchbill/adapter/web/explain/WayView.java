package watchbill.adapter.web.explain;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchbill.adapter.web.Clock;
import watchbill.engine.Explanation;

/// An explanation as one reader sees it.
///
/// @param at as if it came then
public record WayView(
    String headline,
    String at,
    List<Explanation.Way> ways,
    List<LadderView> ladders,
    List<String> refused,
    List<String> notKnown) {

  /// Who would be told of one page.
  public record LadderView(String title, List<RungView> rungs, String end) {}

  /// One time somebody is told, or a time in which nobody is.
  ///
  /// @param who each with every way and its instant
  public record RungView(
      String when, String machineAt, String what, String why, List<String> who) {}

  static WayView of(Explanation explanation, Clock clock) {
    return new WayView(
        explanation.headline(),
        clock.full(explanation.at()),
        explanation.ways(),
        explanation.ladders().stream().map(ladder -> ladder(ladder, clock)).toList(),
        explanation.refused(),
        explanation.notKnown());
  }

  private static LadderView ladder(Explanation.Ladder ladder, Clock clock) {
    String page = ladder.page();
    String title =
        Character.toUpperCase(page.charAt(0))
            + page.substring(1)
            + ", "
            + ladder.urgency()
            + (ladder.group().isEmpty() ? "" : ", group " + ladder.group());
    List<RungView> rungs =
        Stream.concat(
                ladder.rests().stream().map(rest -> rest(rest, clock)),
                ladder.rungs().stream().map(rung -> rung(rung, clock)))
            .toList();
    return new LadderView(title, rungs, ladder.end());
  }

  private static RungView rest(Explanation.Rest rest, Clock clock) {
    return new RungView(
        clock.second(rest.from()),
        clock.machine(rest.from()),
        "nobody is told until " + clock.second(rest.until()),
        rest.why(),
        List.of());
  }

  private static RungView rung(Explanation.Rung rung, Clock clock) {
    List<String> who = rung.told().stream().map(told -> who(told, clock)).toList();
    return new RungView(
        clock.second(rung.at()),
        clock.machine(rung.at()),
        rung.rung() + (who.isEmpty() ? ": nobody could be woken" : ""),
        rung.why() + (rung.gaps().isEmpty() ? "" : "; " + rung.gaps()),
        who);
  }

  private static String who(Explanation.Told told, Clock clock) {
    String by =
        told.by().stream()
            .map(b -> "by " + b.method() + " at " + clock.second(b.at()))
            .collect(Collectors.joining(", "));
    return told.name() + " " + by + ": " + told.why();
  }
}
