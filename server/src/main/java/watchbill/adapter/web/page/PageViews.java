package watchbill.adapter.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.adapter.web.ChangeLine;
import watchbill.adapter.web.Clock;
import watchbill.adapter.web.JudgeForm;
import watchbill.adapter.web.Links;
import watchbill.adapter.web.Mark;
import watchbill.adapter.web.Names;
import watchbill.adapter.web.Option;
import watchbill.adapter.web.Standing;
import watchbill.adapter.web.Visit;
import watchbill.alert.Alert;
import watchbill.alert.AlertState;
import watchbill.audit.AuditEntry;
import watchbill.catalog.Catalog;
import watchbill.catalog.Service;
import watchbill.engine.Configuration;
import watchbill.engine.Judging;
import watchbill.engine.Stores;
import watchbill.engine.WhatChanged;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;

/// Puts a page together for one reader.
record PageViews(Visit visit, Configuration configuration) {
  static final int ALERTS_MAX = 50;
  private static final int ENTRIES_MAX = 500;
  private static final int DETAILS_MAX = 12;
  private static final int CHANGES_MAX = 10;

  /// Where only some are shown, none that leads further is left out.
  private static final Comparator<PageView.Detail> LINKS_FIRST =
      Comparator.<PageView.Detail, Boolean>comparing(d -> d.link().isEmpty())
          .thenComparing(PageView.Detail::name);

  PageView of(Standing standing, Stores stores) {
    Page page = standing.page();
    Catalog catalog = configuration.catalog();
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
        standing.hands(clock),
        actions(standing),
        assignees(page, service),
        page.escalation().isResolved() ? List.of() : SnoozeChoice.all(),
        timeline.entries(entries),
        entries.size() == ENTRIES_MAX,
        timeline.told(standing),
        stores.alerts().of(page.id(), ALERTS_MAX).stream().map(a -> alert(a, standing)).toList(),
        page.alertCount(),
        page.openAlertCount(),
        ladder.heading(),
        ladder.rungs(),
        service.flatMap(PageViews::runbook),
        WhatChanged.before(page, catalog, stores, CHANGES_MAX).stream()
            .map(c -> ChangeLine.of(c, page))
            .toList(),
        judge(page, stores),
        stores
            .judgements()
            .of(page.id())
            .map(j -> standing.names().of(j.by().handle()) + ": " + j.judgement().inWords()),
        clock.asOf());
  }

  private Optional<JudgeForm> judge(Page page, Stores stores) {
    return JudgeForm.blank(
            "/pages/" + page.number() + "/" + JudgeForm.DEED, visit.frame("").formToken())
        .with(Judging.about(page, configuration, stores, visit.now()), visit.reader().handle());
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
    if (escalation.mayBeTaken()) {
      actions.add(new PageView.Action("acknowledge", "Acknowledge"));
    } else {
      actions.add(resolve);
    }
    standing
        .lieutenant()
        .filter(p -> !p.id().handle().equals(visit.reader().handle()))
        .ifPresent(p -> actions.add(new PageView.Action("hand-over", "Hand to " + p.name())));
    if (escalation.mayBeTaken()) {
      actions.add(resolve);
    }
    if (escalation instanceof Escalation.Acknowledged) {
      actions.add(new PageView.Action("unacknowledge", "Give back"));
    }
    if (!(escalation instanceof Escalation.Exhausted)) {
      actions.add(new PageView.Action("escalate", "Escalate"));
    }
    return actions;
  }

  private List<Option> assignees(Page page, Optional<Service> service) {
    if (page.escalation().isResolved()) {
      return List.of();
    }
    Catalog catalog = configuration.catalog();
    return service.flatMap(s -> catalog.team(s.team())).stream()
        .flatMap(team -> team.people().stream())
        .flatMap(id -> catalog.person(id).stream())
        .map(person -> new Option(person.id().handle(), person.name()))
        .toList();
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
        alert.shown().labels().entrySet().stream()
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
      case AlertState.Unknown(var unknown) ->
          since + ", unknown since " + clock.moment(unknown) + ": its source went quiet";
      case AlertState.Resolved(var at, var by) ->
          since + " until " + clock.moment(at) + ", says " + names.of(by);
    };
  }

  private static List<PageView.Detail> details(Map<String, String> details) {
    return details.entrySet().stream()
        .map(e -> new PageView.Detail(e.getKey(), e.getValue(), Links.in(e.getValue())))
        .sorted(LINKS_FIRST)
        .limit(DETAILS_MAX)
        .toList();
  }

  private static Optional<PageView.Runbook> runbook(Service service) {
    return service
        .runbook()
        .flatMap(Links::safe)
        .map(a -> new PageView.Runbook(a, "What to do when " + service.id() + " fails"));
  }
}
