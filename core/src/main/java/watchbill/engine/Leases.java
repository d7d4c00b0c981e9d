package watchbill.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.alert.Alert;
import watchbill.alert.AlertState;
import watchbill.alert.Alerts;
import watchbill.alert.PageId;
import watchbill.catalog.Urgency;
import watchbill.restraint.WhenSilent;
import watchbill.time.TimeWords;

/// What becomes of alerts whose source stopped saying that they fire. Silence is not the end:
/// unless it is declared otherwise, nobody knows how they stand, and they stay open.
final class Leases {
  private final Turn turn;
  private final Paging paging;

  Leases(Turn turn, Paging paging) {
    this.turn = turn;
    this.paging = paging;
  }

  /// Looks at leases that ran out, at most `limit`; says how many those were.
  int end(int limit) {
    List<Alert> runOut = turn.stores().alerts().leasesRunOut(turn.now(), limit);
    List<Alert> over = new ArrayList<>();
    Map<WhenSilent.Unknown, List<Alert>> quiet = new LinkedHashMap<>();
    for (Alert alert : runOut) {
      if (Alerts.onLeaseDue(alert.known(Urgency.NOW), turn.now()).isEmpty()) {
        continue;
      }
      switch (turn.configuration().restraints().whenSilent(alert.integration())) {
        case WhenSilent.Unknown unknown when alert.state() instanceof AlertState.Open ->
            quiet.computeIfAbsent(unknown, _ -> new ArrayList<>()).add(alert);
        case WhenSilent.Unknown _, WhenSilent.Resolve _ -> over.add(alert);
      }
    }
    resolve(over);
    quiet.forEach(this::goQuiet);
    return runOut.size();
  }

  private void resolve(List<Alert> over) {
    if (over.isEmpty()) {
      return;
    }
    var how = new AlertState.Resolved(turn.now(), AlertState.Resolved.BY_LEASE);
    turn.stores().alerts().resolve(over.stream().map(Alert::id).toList(), how);
    counts(over)
        .forEach((page, count) -> {
          turn.stores().pages().count(page, 0, -count);
          turn.tell(
              "source",
              "alerts.ended",
              page.value(),
              count == 1 ? "1 alert ended" : count + " alerts ended",
              "its source stopped saying that it fires, and its lease ran out");
          turn.stores().pages().find(page).ifPresent(paging::onAlertsEnded);
        });
  }

  private void goQuiet(WhenSilent.Unknown rule, List<Alert> alerts) {
    Optional<Instant> until = rule.resolveAfter().map(turn.now()::plus);
    turn.stores().alerts().goQuiet(alerts.stream().map(Alert::id).toList(), turn.now(), until);
    String stays =
        rule.resolveAfter()
            .map(length -> "it stays open, at most " + TimeWords.of(length))
            .orElse("it stays open until its source or somebody says that it is over");
    counts(alerts)
        .forEach((page, count) ->
            turn.tell(
                "source",
                "alerts.unknown",
                page.value(),
                count == 1 ? "1 alert is unknown" : count + " alerts are unknown",
                "its source stopped saying that it fires; " + stays));
  }

  private static Map<PageId, Long> counts(List<Alert> alerts) {
    Map<PageId, Long> counts = new LinkedHashMap<>();
    alerts.forEach(a -> a.page().ifPresent(page -> counts.merge(page, 1L, Long::sum)));
    return counts;
  }
}
