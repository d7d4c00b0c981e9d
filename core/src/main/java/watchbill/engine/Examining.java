package watchbill.engine;

import static watchbill.audit.Deed.WATCHBILL;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.alert.Alert;
import watchbill.alert.AlertId;
import watchbill.alert.AlertReport;
import watchbill.alert.AlertStore;
import watchbill.alert.PageId;
import watchbill.alert.Suppression;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;
import watchbill.route.Route;
import watchbill.silence.Subject;

/// Looks again at alerts that have no page: what still fires and is suppressed by nothing any more
/// gets one at once.
final class Examining {
  private final Turn turn;
  private final Paging paging;
  private final Suppressing suppressing;
  private final Routing routing;

  Examining(Turn turn, Paging paging) {
    this.turn = turn;
    this.paging = paging;
    this.suppressing = new Suppressing(turn);
    this.routing = new Routing(turn.configuration(), turn.stores(), turn.now());
  }

  /// Looks at what is due, at most `limit`; says how many those were.
  int examine(int limit) {
    List<Alert> due = turn.stores().alerts().toExamine(turn.now(), limit);
    if (due.isEmpty()) {
      return 0;
    }
    Map<Suppression, List<Alert>> still = new LinkedHashMap<>();
    Map<Alert, Route> free = new LinkedHashMap<>();
    for (Alert kept : due) {
      Route route = route(kept);
      Alert alert = labelled(kept, route);
      Optional<Suppression> why = why(alert, route);
      why.ifPresent(w -> still.computeIfAbsent(w, _ -> new ArrayList<>()).add(alert));
      if (why.isEmpty()) {
        free.put(alert, route);
      }
    }
    still.forEach(this::suppress);
    page(free);
    return due.size();
  }

  /// Takes open alerts out of their pages; a page in which nothing is left is over, and says why.
  ///
  /// @param because who suppresses them, and until when
  void takeOut(List<Alert> alerts, Suppression why, String because) {
    suppress(why, alerts);
    Map<PageId, Long> counts = new LinkedHashMap<>();
    alerts.forEach(a -> a.page().ifPresent(page -> counts.merge(page, 1L, Long::sum)));
    counts.forEach((page, count) -> {
      turn.stores().pages().count(page, 0, -count);
      String said = count == 1 ? "1 alert wakes nobody" : count + " alerts wake nobody";
      turn.tell(WATCHBILL, "alerts.suppressed", page.value(), said, because);
      turn.stores().pages().find(page).ifPresent(p -> paging.onAlertsGone(p, because));
    });
  }

  /// Rules may say otherwise by now, and what silences see is what they say.
  private Alert labelled(Alert alert, Route route) {
    if (alert.added().equals(route.added())) {
      return alert;
    }
    turn.stores().alerts().label(alert.id(), route.added());
    return alert.labelled(route.added());
  }

  private Optional<Suppression> why(Alert alert, Route route) {
    return turn.configuration().catalog().service(route.service()).isEmpty()
        // Nobody can be found for it; it stays where people see it, with the reason.
        ? Optional.of(new Suppression.ByRule("no service " + route.service() + " is declared"))
        : Muting.by(route)
            .or(() -> suppressing.why(Subject.of(alert), alert.id()))
            .or(() -> flapping(alert));
  }

  /// What flaps is looked at before its time only where rules were edited; it has not stayed yet.
  private Optional<Suppression> flapping(Alert alert) {
    return alert
        .suppression()
        .filter(
            why -> why instanceof Suppression.Flapping(_, var until) && turn.now().isBefore(until));
  }

  private void suppress(Suppression why, List<Alert> alerts) {
    List<AlertId> ids = alerts.stream().map(Alert::id).toList();
    turn.stores().alerts().suppress(ids, why);
    suppressing.note(alerts.stream().map(a -> a.suppressed(why)).toList());
  }

  private void page(Map<Alert, Route> alerts) {
    var groups = new PageGroups(turn, paging);
    Map<PageId, List<Alert>> pages = new LinkedHashMap<>();
    alerts.forEach((alert, route) -> {
      AlertReport.Firing firing = lastReport(alert);
      PageId page = groups.pageFor(route, firing);
      groups.opened(page, firing, source(alert), route);
      pages.computeIfAbsent(page, _ -> new ArrayList<>()).add(alert);
    });
    AlertStore store = turn.stores().alerts();
    pages.forEach((page, its) -> store.move(its.stream().map(Alert::id).toList(), page));
    groups.save();
    pages.forEach(this::tellWhy);
  }

  private void tellWhy(PageId page, List<Alert> alerts) {
    Map<String, Long> reasons = new LinkedHashMap<>();
    for (Alert alert : alerts) {
      reasons.merge(alert.suppression().map(Suppression::inWords).orElse(""), 1L, Long::sum);
    }
    reasons.forEach((reason, count) ->
        turn.tell(
            WATCHBILL,
            "alerts.released",
            page.value(),
            count == 1 ? "1 alert still fires" : count + " alerts still fire",
            "nothing holds it back any more; it was " + reason));
  }

  private Route route(Alert alert) {
    return routing.route(source(alert), lastReport(alert));
  }

  private static AlertReport.Firing lastReport(Alert alert) {
    return new AlertReport.Firing(
        alert.key(),
        alert.deduplicationKey(),
        alert.condition(),
        alert.startsAt(),
        alert.leaseUntil());
  }

  /// The integration may be gone from the configuration; its name stays with the alert.
  private Integration source(Alert alert) {
    return turn.configuration()
        .catalog()
        .integration(alert.integration())
        .orElseGet(() ->
            new Integration(alert.integration(), IntegrationKind.MANUAL, "", alert.service()));
  }
}
