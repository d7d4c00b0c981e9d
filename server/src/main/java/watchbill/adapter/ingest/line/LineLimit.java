package watchbill.adapter.ingest.line;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.IntegrationId;

/// Lets so many different alerts of one integration through in a minute. What is more is not lost
/// silently: it is counted, and one alert of its own says how many.
public final class LineLimit {
  /// How many different alerts one integration may raise in a minute.
  public static final int ALERTS_A_MINUTE = 100;

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Duration OVER_AFTER = Duration.ofMinutes(15);
  private static final String KEY = "watchbill: more alerts than are let through";

  private final Map<IntegrationId, Window> windows = new HashMap<>();

  /// What is let through, with the alert about what is not.
  ///
  /// @param over how many reports were not let through
  public record Admitted(List<AlertReport> reports, int over) {
    public Admitted {
      reports = List.copyOf(reports);
    }
  }

  private static final class Window {
    private Instant until = Instant.EPOCH;
    private final Set<AlertKey> seen = new HashSet<>();
    private long over;
  }

  /// The same alert again, and ends of alerts, are always let through.
  public synchronized Admitted admit(IntegrationId from, List<AlertReport> reports, Instant now) {
    Window window = windows.computeIfAbsent(from, _ -> new Window());
    // A clock that was set back must not make a window that never ends.
    if (!now.isBefore(window.until) || now.isBefore(window.until.minus(WINDOW))) {
      window.until = now.plus(WINDOW);
      window.seen.clear();
      window.over = 0;
    }
    List<AlertReport> through = new ArrayList<>();
    Severity worst = Severity.INFO;
    int over = 0;
    for (AlertReport report : reports) {
      if (mayPass(window, report)) {
        through.add(report);
      } else if (report instanceof AlertReport.Firing firing) {
        over++;
        Severity severity = firing.condition().severity();
        worst = severity.compareTo(worst) < 0 ? severity : worst;
      }
    }
    if (over > 0) {
      window.over += over;
      through.add(saysSo(from, window.over, worst, now));
    }
    return new Admitted(through, over);
  }

  private static boolean mayPass(Window window, AlertReport report) {
    if (!(report instanceof AlertReport.Firing) || window.seen.contains(report.key())) {
      return true;
    }
    return window.seen.size() < ALERTS_A_MINUTE && window.seen.add(report.key());
  }

  private static AlertReport saysSo(IntegrationId from, long over, Severity worst, Instant now) {
    String summary =
        over
            + " more alerts of "
            + from
            + " in a minute than the "
            + ALERTS_A_MINUTE
            + " that are let through";
    var what =
        Map.of(
            "what to do",
            "Their lines are in the events as received. Give the rules a key that more of them"
                + " share.");
    return new AlertReport.Firing(
        AlertKey.of(from, KEY),
        KEY,
        new Condition(summary, "", worst, Map.of("integration", from.handle()), what),
        now,
        Optional.of(now.plus(OVER_AFTER)));
  }
}
