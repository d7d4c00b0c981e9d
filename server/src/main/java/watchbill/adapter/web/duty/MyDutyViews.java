package watchbill.adapter.web.duty;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import watchbill.adapter.web.Names;
import watchbill.adapter.web.Visit;
import watchbill.calendar.Feed;
import watchbill.calendar.Leave;
import watchbill.calendar.Leaves;
import watchbill.catalog.Person;
import watchbill.engine.Stores;
import watchbill.escalation.Roster;
import watchbill.rota.Shift;
import watchbill.rota.request.StandDown;
import watchbill.time.Span;

/// Puts My duty together.
///
/// @param withFeeds whether calendars can be made
record MyDutyViews(Visit visit, Person person, Stores stores, Roster roster, boolean withFeeds) {
  private static final int LEAVE_MAX = 20;

  MyDutyView of(String said) {
    var times = new MyTimes(person.zone());
    var watches = new Watches(roster, person.id(), times, visit.now());
    List<Shift> shifts = watches.shifts();
    var requests = new Requests(stores, roster, person.id(), times, visit.now());
    Optional<StandDown> down = standDown();
    return new MyDutyView(
        visit.frame("My duty"),
        headline(shifts, down, times),
        subline(shifts, times),
        said,
        down.isEmpty() && onWatch(shifts).isPresent(),
        down.isPresent(),
        watches.items(shifts),
        requests.waiting(),
        requests.asked(),
        requests.open(),
        leave(times),
        new Dues(stores, person, visit.now()).items(),
        new Reach(person).items(),
        feeds(times),
        withFeeds,
        visit.clock().asOf());
  }

  private String headline(List<Shift> shifts, Optional<StandDown> down, MyTimes times) {
    if (down.isPresent()) {
      String until = times.moment(down.get().span().until());
      return "You can't stand watch until " + until + ": your lieutenant does";
    }
    Optional<Shift> now = onWatch(shifts);
    if (now.isPresent()) {
      return "You are on duty "
          + roster
              .onDuty(now.get().rota(), now.get().role(), visit.now())
              .until()
              .map(u -> "until " + times.moment(u))
              .orElse("until further notice");
    }
    return shifts.stream()
        .filter(Watches::isOnWatch)
        .findFirst()
        .map(s -> "You are on duty next from " + times.moment(s.span().from()))
        .orElse("You have no duty in the next " + Watches.AHEAD.toDays() / 7 + " weeks");
  }

  private String subline(List<Shift> shifts, MyTimes times) {
    Optional<Shift> now = onWatch(shifts);
    String zone = "Times are on the clock of " + times.zone();
    return now.map(s -> Names.title(s.rota().handle()) + ", " + s.role() + ". " + zone)
        .orElse(zone);
  }

  private Optional<Shift> onWatch(List<Shift> shifts) {
    return shifts.stream()
        .filter(s -> Watches.isOnWatch(s) && s.span().contains(visit.now()))
        .findFirst();
  }

  private Optional<StandDown> standDown() {
    var moment = new Span(visit.now(), visit.now().plus(Duration.ofSeconds(1)));
    return stores.standDowns().touching(moment).stream()
        .filter(d -> d.person().equals(person.id()) && d.isInForce(visit.now()))
        .findFirst();
  }

  private List<MyDutyView.LeaveItem> leave(MyTimes times) {
    return stores.leaves().of(person.id(), visit.now()).stream()
        .limit(LEAVE_MAX)
        .map(l -> item(l, times))
        .toList();
  }

  private MyDutyView.LeaveItem item(Leave leave, MyTimes times) {
    String fixed = leave.source().equals(Leaves.CALENDAR) ? "from your calendar" : "";
    return new MyDutyView.LeaveItem(leave.id(), times.span(leave.span()), leave.note(), fixed);
  }

  private List<MyDutyView.FeedItem> feeds(MyTimes times) {
    return stores.feeds().of(new Feed.OfPerson(person.id().handle())).stream()
        .map(f -> new MyDutyView.FeedItem(f.id(), "Made " + times.moment(f.madeAt())))
        .toList();
  }
}
