package watchbill.adapter.ingest.line;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.adapter.ingest.Keys;
import watchbill.adapter.ingest.Words;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.IntegrationId;

/// The rules of one integration, in order: the first that is about a line says what becomes of it.
///
/// @param otherwise what becomes of a line no rule is about
public record LineRules(List<LineRule> rules, Otherwise otherwise) {
  private static final int SUMMARY_MAX = 1024;
  private static final int KEY_MAX = 255;
  private static final int KEY_KEPT = 180;

  public LineRules {
    rules = List.copyOf(rules);
  }

  /// What becomes of a line no rule is about.
  public enum Otherwise {
    RAISE,
    DROP
  }

  /// What became of the lines of one message.
  ///
  /// @param reports at most one of an alert that fires in a row
  /// @param about whether a rule was about the line, for each line
  /// @param raised lines that raised or ended an alert
  /// @param ignored lines that a rule wants ignored
  /// @param dropped lines no rule is about
  public record Judged(
      List<AlertReport> reports, List<Boolean> about, int raised, int ignored, int dropped) {
    public Judged {
      reports = List.copyOf(reports);
      about = List.copyOf(about);
    }
  }

  /// What becomes of these lines.
  public Judged judge(IntegrationId from, List<Line> lines) {
    List<AlertReport> reports = new ArrayList<>();
    Map<AlertKey, Integer> lastOf = new HashMap<>();
    List<Boolean> about = new ArrayList<>();
    int ignored = 0;
    int dropped = 0;
    for (Line line : lines) {
      Optional<LineRule.Then> then = judge(from, line, reports, lastOf);
      about.add(then.filter(t -> t != LineRule.Then.IGNORE).isPresent());
      ignored += then.filter(t -> t == LineRule.Then.IGNORE).isPresent() ? 1 : 0;
      dropped += then.isEmpty() ? 1 : 0;
    }
    return new Judged(reports, about, lines.size() - ignored - dropped, ignored, dropped);
  }

  private Optional<LineRule.Then> judge(
      IntegrationId from, Line line, List<AlertReport> reports, Map<AlertKey, Integer> lastOf) {
    for (LineRule rule : rules) {
      Optional<List<String>> groups = rule.match(line);
      if (groups.isPresent()) {
        if (rule.then() != LineRule.Then.IGNORE) {
          add(report(from, line, rule, groups.get()), reports, lastOf);
        }
        return Optional.of(rule.then());
      }
    }
    if (otherwise == Otherwise.DROP) {
      return Optional.empty();
    }
    add(report(from, line, PLAIN, List.of()), reports, lastOf);
    return Optional.of(LineRule.Then.RAISE);
  }

  private static final LineRule PLAIN =
      new LineRule(
          List.of(), Optional.empty(), Optional.empty(), Optional.empty(), LineRule.Then.RAISE);

  private static AlertReport report(
      IntegrationId from, Line line, LineRule rule, List<String> groups) {
    Words words = Words.ofAnything();
    String said = rule.summary().map(t -> t.fill(groups, line)).orElse(line.summary());
    String summary = Words.cut(words.oneLine(said), SUMMARY_MAX);
    String key = key(line, rule, groups, summary);
    AlertKey alert = AlertKey.of(from, key);
    if (rule.then() == LineRule.Then.RESOLVE) {
      return new AlertReport.Ended(alert);
    }
    var condition =
        new Condition(
            summary.isEmpty() ? "(no text)" : summary,
            line.source(),
            rule.level().orElse(line.level()),
            line.labels(),
            line.details());
    return new AlertReport.Firing(alert, key, condition, line.at(), Optional.empty());
  }

  private static String key(Line line, LineRule rule, List<String> groups, String summary) {
    String key =
        rule.key()
            .map(t -> t.fill(groups, line))
            .orElseGet(() ->
                switch (line.same()) {
                  case Line.Sameness.ByKey(var given) -> given;
                  case Line.Sameness.BySummary(var scope) ->
                      (scope + " " + Folding.fold(summary)).strip();
                });
    String clean = Words.ofAnything().oneLine(key);
    // A cut key would be another line's key as well; with its hash it is not.
    return clean.length() <= KEY_MAX
        ? clean
        : Words.cut(clean, KEY_KEPT) + " " + Keys.hash(clean).substring(0, 32);
  }

  /// A line that says again what was said last of its alert is no report of its own; the worse of
  /// the two is.
  private static void add(
      AlertReport report, List<AlertReport> reports, Map<AlertKey, Integer> lastOf) {
    Integer last = lastOf.get(report.key());
    if (last != null
        && report instanceof AlertReport.Firing again
        && reports.get(last) instanceof AlertReport.Firing before) {
      if (!isWorse(before.condition().severity(), again.condition().severity())) {
        reports.set(last, again);
      }
      return;
    }
    lastOf.put(report.key(), reports.size());
    reports.add(report);
  }

  private static boolean isWorse(Severity one, Severity other) {
    return one.compareTo(other) < 0;
  }
}
