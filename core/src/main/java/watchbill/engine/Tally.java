package watchbill.engine;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import watchbill.alert.AlertReport;
import watchbill.alert.Severity;
import watchbill.catalog.Integration;
import watchbill.route.Route;

/// What one batch does to one page.
final class Tally {
  private final Optional<Openings.Opened> created;
  private final String why;
  private final Set<String> failures = new LinkedHashSet<>();
  private long opened;
  private long ended;
  private long left;
  private String actor = "";
  private String firstSummary = "";
  private @Nullable Severity worst;

  /// @param created the page, when this batch opens it
  /// @param why it opened, or why what comes joins it
  Tally(Optional<Openings.Opened> created, String why) {
    this.created = created;
    this.why = why;
  }

  void opened(AlertReport.Firing firing, Integration integration, Route route) {
    if (opened++ == 0) {
      actor = integration.id().handle();
      firstSummary = firing.condition().summary();
    }
    Severity severity = firing.condition().severity();
    if (worst == null || severity.compareTo(worst) < 0) {
      worst = severity;
    }
    route.failures().forEach(turn -> failures.add(turn.inWords()));
  }

  void ended() {
    ended++;
  }

  /// An alert moved from this page to another.
  void left() {
    left++;
  }

  Optional<Openings.Opened> created() {
    return created;
  }

  String why() {
    return why;
  }

  /// What rules failed on, each once.
  Set<String> failures() {
    return failures;
  }

  long openedCount() {
    return opened;
  }

  long endedCount() {
    return ended;
  }

  long leftCount() {
    return left;
  }

  String actor() {
    return actor;
  }

  String firstSummary() {
    return firstSummary;
  }

  /// The worst of the alerts that came.
  Optional<Severity> worst() {
    return Optional.ofNullable(worst);
  }
}
