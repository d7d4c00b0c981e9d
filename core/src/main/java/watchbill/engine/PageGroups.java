package watchbill.engine;

import static watchbill.audit.Deed.WATCHBILL;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import watchbill.alert.Alert;
import watchbill.alert.AlertDecision;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.PageId;
import watchbill.alert.Severity;
import watchbill.catalog.Integration;
import watchbill.catalog.Urgency;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;
import watchbill.escalation.PageStore;
import watchbill.route.Again;
import watchbill.route.GroupKeys;
import watchbill.route.Route;

/// Which page each alert of a batch belongs to, and how many came and went.
///
/// A new alert joins the page of its group that still waits for an answer: whoever answers sees
/// both. A page that somebody has taken is not added to in silence, unless a rule says so or the
/// page has had this very alert: the next alert opens a new one. In a storm all that would open a
/// page of its own joins one page that counts.
final class PageGroups {
  /// A page with more alerts than this counts as one that has not had any: to page is safe.
  private static final int COMPARED_MAX = 1_000;

  private final Turn turn;
  private final Paging paging;
  private final Openings openings;
  private final Map<PageStore.Group, Group> groups = new HashMap<>();
  private final Map<PageId, Tally> tallies = new LinkedHashMap<>();
  private final Map<PageId, Optional<Page>> seen = new HashMap<>();
  private final Map<PageId, Set<AlertKey>> had = new HashMap<>();

  PageGroups(Turn turn, Paging paging) {
    this.turn = turn;
    this.paging = paging;
    this.openings = new Openings(turn);
  }

  /// The pages a group has; one that this batch opened waits.
  private static final class Group {
    private final Optional<Page> inHand;
    private Optional<PageId> waiting;

    Group(Optional<PageId> waiting, Optional<Page> inHand) {
      this.waiting = waiting;
      this.inHand = inHand;
    }
  }

  /// The page for one alert; opened when there is none.
  PageId pageFor(Route route, AlertReport.Firing firing) {
    Urgency urgency = route.calling().urgency().orElseThrow();
    var group = new PageStore.Group(route.service(), urgency, route.group());
    return pageFor(group, route, firing, true);
  }

  /// The page for what a person raised. They want somebody to come, storm or not.
  PageId pageByHand(Route route, AlertReport.Firing firing) {
    Urgency urgency = route.calling().urgency().orElseThrow();
    var group = new PageStore.Group(route.service(), urgency, route.group());
    return pageFor(group, route, firing, false);
  }

  private PageId pageFor(
      PageStore.Group key, Route route, AlertReport.Firing firing, boolean mayJoinStorm) {
    Group group = groups.computeIfAbsent(key, this::find);
    if (group.waiting.isPresent()) {
      return group.waiting.get();
    }
    if (group.inHand.isPresent() && joinsInSilence(route, group.inHand.get(), firing)) {
      return joined(group.inHand.get());
    }
    if (mayJoinStorm && openings.isStorm(key)) {
      var storm = new PageStore.Group(key.service(), key.urgency(), GroupKeys.STORM);
      return pageFor(storm, route, firing, false);
    }
    PageId opened = open(key, route, group, firing);
    group.waiting = Optional.of(opened);
    return opened;
  }

  private Group find(PageStore.Group key) {
    Optional<Page> waiting = turn.stores().pages().waiting(key);
    waiting.ifPresent(page -> tallies.putIfAbsent(page.id(), joining(page)));
    return new Group(
        waiting.map(Page::id),
        waiting.isPresent() ? Optional.empty() : turn.stores().pages().inHand(key));
  }

  private PageId joined(Page page) {
    tallies.putIfAbsent(page.id(), joining(page));
    return page.id();
  }

  private Tally joining(Page page) {
    seen.put(page.id(), Optional.of(page));
    String why =
        switch (page.escalation()) {
          case Escalation.Resting r -> "it rests until " + r.until();
          case Escalation.Acknowledged a -> turn.nameOf(a.by()) + " has it";
          case Escalation.Waiting _, Escalation.Exhausted _, Escalation.Resolved _ ->
              "it still waits for an answer";
        };
    return new Tally(Optional.empty(), why);
  }

  /// Whether a page in somebody's hands covers this alert too, and nobody is woken for it.
  private boolean joinsInSilence(Route route, Page inHand, AlertReport.Firing firing) {
    if (inHand.group().equals(GroupKeys.STORM)) {
      return true;
    }
    boolean worse = firing.condition().severity().compareTo(inHand.severity()) < 0;
    return switch (route.timing().again()) {
      case NEVER -> true;
      case ON_SEVERITY -> !worse;
      case ON_NEW -> !worse && hasHad(inHand, firing.key());
    };
  }

  private boolean hasHad(Page page, AlertKey key) {
    return page.alertCount() <= COMPARED_MAX
        && had.computeIfAbsent(
                page.id(),
                id ->
                    turn.stores().alerts().of(id, COMPARED_MAX).stream()
                        .map(Alert::key)
                        .collect(Collectors.toSet()))
            .contains(key);
  }

  /// Whether an alert that was heard of before makes a page worse that somebody has taken already.
  boolean getsWorse(AlertDecision.Refresh decision) {
    Severity severity = decision.report().condition().severity();
    return decision.news()
        && decision
            .alert()
            .page()
            .flatMap(id -> seen.computeIfAbsent(id, turn.stores().pages()::find))
            .filter(page -> page.escalation() instanceof Escalation.Acknowledged)
            .filter(page -> severity.compareTo(page.severity()) < 0)
            .isPresent();
  }

  private PageId open(PageStore.Group key, Route route, Group group, AlertReport.Firing firing) {
    Openings.Opened opened = openings.open(key, route, firing);
    seen.put(opened.page().id(), Optional.of(opened.page()));
    String why = "no page of " + key.service() + " waits for an answer";
    if (key.key().equals(GroupKeys.STORM)) {
      why =
          "a storm: "
              + turn.configuration().routing().storm().inWords()
              + " of "
              + key.service()
              + "; what comes now is counted here";
    } else if (group.inHand.isPresent()) {
      why += again(route.timing().again(), group.inHand.get());
    }
    if (!route.rules().isEmpty()) {
      why += "; " + route.byWhat();
    }
    tallies.put(opened.page().id(), new Tally(Optional.of(opened), why));
    return opened.page().id();
  }

  private static String again(Again again, Page inHand) {
    String but = again == Again.ON_SEVERITY ? "it got worse" : "this is new to it or worse";
    return "; page " + inHand.number() + " is in somebody's hands, and " + but;
  }

  void opened(PageId page, AlertReport.Firing firing, Integration integration, Route route) {
    tally(page).opened(firing, integration, route);
  }

  void ended(PageId page) {
    tally(page).ended();
  }

  /// An alert moved from this page to another.
  void left(PageId page) {
    tally(page).left();
  }

  /// The page, if this batch opens it.
  Optional<Openings.Opened> created(PageId page) {
    return tally(page).created();
  }

  /// Why the page opens, or why what comes joins it.
  String why(PageId page) {
    return tally(page).why();
  }

  /// Whether nothing open is left of the page when this batch is done.
  boolean isOver(PageId page) {
    Tally tally = tally(page);
    long before =
        tally.created().isPresent()
            ? 0
            : turn.stores().pages().find(page).map(Page::openAlertCount).orElse(0L);
    return before + tally.openedCount() <= tally.endedCount() + tally.leftCount();
  }

  void save() {
    tallies.forEach(this::save);
  }

  private Tally tally(PageId page) {
    return tallies.computeIfAbsent(page, _ -> new Tally(Optional.empty(), ""));
  }

  private void save(PageId id, Tally tally) {
    tally.created().ifPresent(opened -> begin(opened, tally));
    sayJoined(id, tally, tally.openedCount() - (tally.created().isPresent() ? 1 : 0));
    for (String failure : tally.failures()) {
      turn.tell(WATCHBILL, "route.failed", id.value(), "A rule could not be asked", failure);
    }
    worsen(id, tally);
    long gone = tally.endedCount() + tally.leftCount();
    turn.stores().pages().count(id, tally.openedCount(), tally.openedCount() - gone);
    if (gone > 0) {
      sayGone(id, tally);
      turn.stores().pages().find(id).ifPresent(paging::onAlertsEnded);
    }
  }

  private void begin(Openings.Opened opened, Tally tally) {
    Page page = opened.page();
    String said = tally.actor() + " reported: " + tally.firstSummary();
    turn.tell(tally.actor(), "page.opened", page, said, tally.why());
    paging.begin(page, opened.first());
    if (page.escalation() instanceof Escalation.Resting rest) {
      paging.sayRests(page, rest);
    }
  }

  private void worsen(PageId id, Tally tally) {
    Optional<Severity> known = seen.getOrDefault(id, Optional.empty()).map(Page::severity);
    tally
        .worst()
        .filter(worst -> known.filter(k -> worst.compareTo(k) < 0).isPresent())
        .ifPresent(worst -> turn.stores().pages().worsen(id, worst));
  }

  private void sayJoined(PageId id, Tally tally, long joined) {
    if (joined > 0) {
      String said =
          joined == 1
              ? tally.actor() + " reported: " + tally.firstSummary()
              : joined + " more alerts came from " + tally.actor();
      String why = tally.created().isPresent() ? "it still waits for an answer" : tally.why();
      turn.tell(tally.actor(), "alerts.joined", id.value(), said, "joined this page: " + why);
    }
  }

  private void sayGone(PageId id, Tally tally) {
    if (tally.endedCount() > 0) {
      String said =
          tally.endedCount() == 1 ? "1 alert ended" : tally.endedCount() + " alerts ended";
      turn.tell("source", "alerts.ended", id.value(), said, "the source says so");
    }
    if (tally.leftCount() > 0) {
      turn.tell(
          "source",
          "alerts.risen",
          id.value(),
          "An alert became urgent",
          "it moved to a page that wakes somebody");
    }
  }
}
