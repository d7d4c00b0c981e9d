package watchbill.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import watchbill.alert.AlertReport;
import watchbill.alert.PageId;
import watchbill.audit.Deed;
import watchbill.catalog.Service;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Urgency;
import watchbill.escalation.Climb;
import watchbill.escalation.Escalation;
import watchbill.escalation.Escalation.Resting;
import watchbill.escalation.Escalations;
import watchbill.escalation.Page;
import watchbill.escalation.PageStore;
import watchbill.escalation.PolicySnapshot;
import watchbill.route.GroupKeys;
import watchbill.route.Quiet;
import watchbill.route.Route;
import watchbill.route.Storm;

/// Opens pages: at once, after gathering, or held until somebody may be told. Says when so many of
/// a service opened that it is a storm.
final class Openings {
  private final Turn turn;
  private final Holding holding;
  private final Map<Kin, Integer> opened = new HashMap<>();

  Openings(Turn turn) {
    this.turn = turn;
    this.holding = new Holding(turn);
  }

  /// A page with how it begins.
  record Opened(Page page, Climb first) {}

  /// Pages that count together.
  private record Kin(ServiceId service, Urgency urgency) {}

  /// Whether one page more of the service would be one too many.
  boolean isStorm(PageStore.Group group) {
    Storm storm = turn.configuration().routing().storm();
    return count(new Kin(group.service(), group.urgency()), storm) >= storm.pages();
  }

  Opened open(PageStore.Group group, Route route, AlertReport.Firing firing) {
    Service service = turn.configuration().catalog().service(group.service()).orElseThrow();
    PolicySnapshot snapshot =
        turn.configuration().snapshotFor(service, route.timing().acknowledgementTimeout());
    Climb first = begin(group, route, snapshot);
    opened.merge(new Kin(group.service(), group.urgency()), 1, Integer::sum);
    var page =
        new Page(
            new PageId(turn.nextId()),
            turn.nextPageNumber(),
            group.service(),
            group.urgency(),
            title(group, firing),
            turn.now(),
            snapshot,
            first.escalation(),
            first.wake().isPresent() ? 1 : 0,
            0,
            0,
            group.key(),
            firing.condition().severity());
    return new Opened(page, first);
  }

  private Climb begin(PageStore.Group group, Route route, PolicySnapshot snapshot) {
    Instant start = start(group, route);
    Optional<Resting> quiet = route.timing().quiet().flatMap(q -> keeping(q, start));
    if (quiet.isPresent()) {
      return resting(quiet.get());
    }
    Optional<Resting> held = holding.from(group.service(), group.urgency(), snapshot, start);
    if (held.isPresent()) {
      return resting(held.get());
    }
    return start.isAfter(turn.now())
        ? resting(new Resting(Resting.Why.GATHERING, Deed.WATCHBILL, turn.now(), start))
        : Escalations.begin(snapshot.policy(), turn.now());
  }

  private Optional<Resting> keeping(Quiet quiet, Instant start) {
    return quiet
        .until(start)
        .map(until -> new Resting(Resting.Why.HELD, quiet.name(), turn.now(), until));
  }

  /// When the page has gathered enough, and its group may page again. A storm gathers nothing: it
  /// is large already.
  private Instant start(PageStore.Group group, Route route) {
    if (group.key().equals(GroupKeys.STORM)) {
      return turn.now();
    }
    Instant gathered = turn.now().plus(route.timing().groupWait());
    if (route.timing().groupInterval().isZero()) {
      return gathered;
    }
    return turn.stores()
        .pages()
        .lastOpened(group)
        .map(last -> last.plus(route.timing().groupInterval()))
        .filter(gathered::isBefore)
        .orElse(gathered);
  }

  private String title(PageStore.Group group, AlertReport.Firing firing) {
    String summary = firing.condition().summary();
    return group.key().equals(GroupKeys.STORM)
        ? "Storm of alerts in " + group.service() + ", the first: " + summary
        : summary;
  }

  private int count(Kin kin, Storm storm) {
    int before =
        turn.stores()
            .pages()
            .countOpened(kin.service(), kin.urgency(), turn.now().minus(storm.within()));
    return before + opened.getOrDefault(kin, 0);
  }

  private static Climb resting(Escalation rest) {
    return new Climb(rest, Optional.empty());
  }
}
