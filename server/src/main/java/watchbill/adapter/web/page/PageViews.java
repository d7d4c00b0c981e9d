package watchbill.adapter.web.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.adapter.web.Clock;
import watchbill.adapter.web.Links;
import watchbill.adapter.web.Mark;
import watchbill.adapter.web.Names;
import watchbill.adapter.web.Standing;
import watchbill.adapter.web.Visit;
import watchbill.alert.Alert;
import watchbill.alert.AlertState;
import watchbill.audit.AuditEntry;
import watchbill.catalog.Catalog;
import watchbill.catalog.Service;
import watchbill.engine.Stores;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;

/// Puts a page together for one reader.
record PageViews(Visit visit, Catalog catalog) {
  static final int ALERTS_MAX = 50;
  private static final int ENTRIES_MAX = 500;
  private static final int DETAILS_MAX = 12;

  PageView of(Standing standing, Stores stores) {
    Page page = standing.page();
    Clock clock = visit.clock();
    List<AuditEntry> entries = stores.audit().about(page.id().value(), ENTRIES_MAX);
    var timeline = new Timeline(clock, standing.names());
    var ladder = new Ladder(standing, clock);
    Optional<Service> service = catalog.service(page.service());
    return new PageView(
        visit.frame("Page " + page.number()),
        page.number(),
        Mark.of(page),
        page.title(),
        standing.age(clock),
        "opened " + clock.full(page.openedAt()),
        facts(page, service),
        standing.hands(),
        actions(standing),
        timeline.entries(entries),
        entries.size() == ENTRIES_MAX,
        timeline.told(standing),
        stores.alerts().of(page.id(), ALERTS_MAX).stream().map(a -> alert(a, standing)).toList(),
        page.alertCount(),
        page.openAlertCount(),
        ladder.heading(),
        ladder.rungs(),
        service.flatMap(PageViews::runbook),
        clock.asOf());
  }

  private static String facts(Page page, Optional<Service> service) {
    String ofService =
        service.map(s -> " · tier " + s.tier() + " · " + Names.title(s.team().handle())).orElse("");
    return page.service().handle() + ofService + " · urgency " + page.urgency().word();
  }

  /// The first is the one to press.
  private List<PageView.Action> actions(Standing standing) {
    Escalation escalation = standing.page().escalation();
    List<PageView.Action> actions = new ArrayList<>();
    if (escalation.isResolved()) {
      return actions;
    }
    var resolve = new PageView.Action("resolve", "Resolve");
    if (escalation.needsSomebody()) {
      actions.add(new PageView.Action("acknowledge", "Acknowledge"));
    } else {
      actions.add(resolve);
    }
    standing
        .lieutenant()
        .filter(p -> !p.id().handle().equals(visit.reader().handle()))
        .ifPresent(p -> actions.add(new PageView.Action("hand-over", "Hand to " + p.name())));
    if (escalation.needsSomebody()) {
      actions.add(resolve);
    }
    return actions;
  }

  private PageView.AlertItem alert(Alert alert, Standing standing) {
    Clock clock = visit.clock();
    return new PageView.AlertItem(
        Mark.of(alert, standing.page()),
        alert.condition().summary(),
        alert.condition().source(),
        alert.condition().severity().word(),
        since(alert, standing.names()),
        Timeline.reports(alert.reportCount(), clock.age(alert.lastSeenAt())),
        alert.condition().labels().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> e.getKey() + "=" + e.getValue())
            .toList(),
        details(alert.condition().details()),
        alert.firstEvent().value(),
        alert.lastEvent().value());
  }

  private String since(Alert alert, Names names) {
    Clock clock = visit.clock();
    String since = "since " + clock.moment(alert.startsAt());
    return switch (alert.state()) {
      case AlertState.Open _ -> since;
      case AlertState.Resolved(var at, var by) ->
          since + " until " + clock.moment(at) + ", says " + names.of(by);
    };
  }

  private static List<PageView.Detail> details(Map<String, String> details) {
    return details.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .limit(DETAILS_MAX)
        .map(e -> new PageView.Detail(e.getKey(), e.getValue(), link(e.getValue())))
        .toList();
  }

  /// A sender's annotation is a link only when the whole of it is an address one may follow.
  private static Optional<String> link(String words) {
    try {
      return Links.safe(URI.create(words));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // Most annotations are sentences.
    }
  }

  private static Optional<PageView.Runbook> runbook(Service service) {
    return service
        .runbook()
        .flatMap(Links::safe)
        .map(a -> new PageView.Runbook(a, "What to do when " + service.id() + " fails"));
  }
}
