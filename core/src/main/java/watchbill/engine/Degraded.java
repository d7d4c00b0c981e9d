package watchbill.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchbill.alert.PageId;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.escalation.Climb;
import watchbill.escalation.Escalation;
import watchbill.escalation.Escalations;
import watchbill.escalation.Page;
import watchbill.escalation.Recipient;
import watchbill.escalation.Roster;
import watchbill.escalation.Wake;
import watchbill.notification.About;
import watchbill.notification.Crowding;
import watchbill.notification.Crowding.How;
import watchbill.notification.Deliveries;
import watchbill.notification.Delivery;
import watchbill.notification.Dispatch;
import watchbill.notification.Messages;
import watchbill.notification.Notification;
import watchbill.notification.NotificationId;
import watchbill.notification.Notifications;
import watchbill.notification.Outcome;

/// Goes on with the pages a node knew of while it can't reach the store. Pure: each step gives a
/// new state, which lives in the memory of one node until the store can be told.
///
/// The steps, people and methods are those that the same pages would have had with the store. What
/// leaves is marked as a possible duplicate, since other nodes may do the same.
///
/// @param roster whom policies and rotas mean, as last read
/// @param lately what this node sent, so that nobody is told of many pages one by one
public record Degraded(Map<PageId, Remembered> pages, Roster roster, List<Dispatch> lately) {
  private static final Comparator<Notification> MOST_URGENT_THEN_NEWEST =
      Comparator.comparing(Notification::urgency)
          .thenComparing(n -> n.about().subject(), Comparator.reverseOrder())
          .thenComparing(n -> n.id().value());

  public Degraded {
    lately = List.copyOf(lately);
  }

  /// As things stood when the store was last read.
  public static Degraded from(LastKnown known) {
    Map<PageId, Remembered> pages = new LinkedHashMap<>();
    known.pages().forEach(one -> pages.put(one.page().id(), one));
    return new Degraded(pages, known.roster(), List.of());
  }

  /// What is to leave now, and the state once that is noted.
  public record Step(Degraded after, List<Handing> leaving) {
    public Step {
      leaving = List.copyOf(leaving);
    }
  }

  /// What the store must be told of.
  public List<Remembered> news() {
    return pages.values().stream().filter(Remembered::isNews).toList();
  }

  /// Pages whose time has come climb by one rung.
  public Degraded moveOn(Supplier<String> ids, Instant now) {
    return each(one -> {
      Climb climb = Escalations.onDue(one.page().escalation(), one.page().policy(), now);
      return apply(one, climb, ids, now);
    });
  }

  /// Every notification that is due is handed over, as many in one message as there would be
  /// otherwise.
  public Step handOver(Instant now) {
    var state = this;
    List<Handing> leaving = new ArrayList<>();
    for (Notification due : due(now)) {
      Optional<Notification> still = state.find(due.id()).filter(n -> isReady(n, now));
      if (still.isPresent()) {
        Step step = state.handOver(still.get(), now);
        leaving.addAll(step.leaving());
        state = step.after();
      }
    }
    return new Step(state, leaving);
  }

  /// What the provider said of one of them.
  public Degraded settled(
      NotificationId id, Outcome outcome, String provider, Supplier<String> ids, Instant now) {
    Optional<Notification> known = find(id).filter(n -> !n.delivery().isOver());
    if (known.isEmpty()) {
      return this;
    }
    Notification before = known.get();
    Notification counted = before.attempts() == 0 ? Deliveries.hand(before, now) : before;
    Notification after = Deliveries.settle(counted, outcome, provider, now);
    Degraded state = with(after);
    return after.delivery() instanceof Delivery.Failed ? state.onFailed(after, ids, now) : state;
  }

  private Step handOver(Notification due, Instant now) {
    Remembered one = pages.get(pageOf(due));
    if (one == null) {
      throw new IllegalStateException("a notification of no page: " + due.id());
    }
    Optional<Person> person = roster(one.page()).person(due.person());
    if (person.isEmpty()) {
      return new Step(with(Deliveries.giveUp(due, "they are gone", now)), List.of());
    }
    List<Notification> theirs =
        due(now).stream().filter(n -> n.person().equals(due.person())).toList();
    return switch (Crowding.decide(due, theirs, latelyTo(due.person(), now), now)) {
      case How.Alone _ -> leave(List.of(due), person.get(), true, now);
      case How.Together(var others) -> {
        List<Notification> all =
            Stream.concat(Stream.of(due), others.stream()).sorted(MOST_URGENT_THEN_NEWEST).toList();
        yield leave(all, person.get(), false, now);
      }
      case How.Later(var at) -> new Step(with(Deliveries.hold(due, at)), List.of());
    };
  }

  private Step leave(List<Notification> together, Person person, boolean single, Instant now) {
    var state = this;
    List<Handing.OfPage> handings = new ArrayList<>();
    for (Notification one : together) {
      Notification handed = Deliveries.doubt(Deliveries.hand(one, now));
      Page page = state.pageOfHanded(handed).page();
      state = state.put(state.pageOfHanded(handed).sending(handed));
      var around = new Messages.Around(Waking.next(page, roster(page), person), Optional.empty());
      handings.add(new Handing.OfPage(handed, page, person, around));
    }
    Notification lead = together.getFirst();
    List<Dispatch> sent = new ArrayList<>(lately);
    sent.removeIf(d -> d.at().isBefore(now.minus(Crowding.WITHIN)));
    sent.add(new Dispatch(lead.id(), lead.person(), lead.method(), lead.urgency(), now, single));
    return new Step(
        new Degraded(state.pages(), roster, sent),
        List.of(single ? handings.getFirst() : new Handing.OfPages(handings, person, true)));
  }

  /// The person's other ways are used at once; when none is left for anybody whom the node itself
  /// meant to wake, the page climbs. Of a wake of the store's it is not known who was told.
  private Degraded onFailed(Notification failed, Supplier<String> ids, Instant now) {
    Degraded state =
        put(
            pageOfHanded(failed)
                .changing(n ->
                    n.about().equals(failed.about())
                            && n.person().equals(failed.person())
                            && Deliveries.canHasten(n, now)
                        ? Deliveries.hasten(n, now)
                        : n));
    Remembered one = state.pageOfHanded(failed);
    boolean nobodyIsTold =
        one.isOurs(failed)
            && failed.isOfWake(one.page().wakeCount())
            && one.notifications().stream()
                .filter(n -> n.about().equals(failed.about()))
                .allMatch(n -> n.delivery() instanceof Delivery.Failed);
    return nobodyIsTold ? state.put(state.afterNobodyTold(one, ids, now)) : state;
  }

  private Remembered afterNobodyTold(Remembered one, Supplier<String> ids, Instant now) {
    Climb climb = Escalations.onNobodyTold(one.page().escalation(), one.page().policy(), now);
    return apply(one, climb, ids, now);
  }

  private Remembered apply(Remembered one, Climb climb, Supplier<String> ids, Instant now) {
    if (climb.escalation().equals(one.page().escalation()) && climb.wake().isEmpty()) {
      return one;
    }
    Remembered after = one.at(one.page().after(climb));
    return climb.wake().map(wake -> wake(after, wake, ids, now)).orElse(after);
  }

  private Remembered wake(Remembered one, Wake ordered, Supplier<String> ids, Instant now) {
    Page page = one.page();
    Waking.Woken woken = Waking.decide(page, ordered, roster(page), now);
    if (woken.found().nobody()) {
      Remembered told =
          one.noting(new Remembered.Climbed(now, "Nobody could be woken", woken.gaps()));
      // Nothing comes after the fallback, so it is tried again.
      return page.escalation() instanceof Escalation.Exhausted
          ? afterNobodyTold(told, ids, now)
          : told;
    }
    List<Notification> planned = new ArrayList<>();
    for (Recipient recipient : woken.found().people()) {
      planned.addAll(Notifications.plan(page, woken.wake(), recipient, ids, now));
    }
    String names =
        woken.found().people().stream()
            .map(r -> r.person().name())
            .collect(Collectors.joining(", "));
    String said = woken.wake().rung().inWords() + ": waking " + names;
    return one.waking(planned, new Remembered.Climbed(now, said, woken.wake().reason().inWords()));
  }

  /// All that is due, the most urgent and then the newest first.
  private List<Notification> due(Instant now) {
    return pages.values().stream()
        .flatMap(one -> one.notifications().stream())
        .filter(n -> isReady(n, now))
        .sorted(MOST_URGENT_THEN_NEWEST)
        .toList();
  }

  /// A claim or an answer that is waited for may be another node's: it has its time, as always.
  private static boolean isReady(Notification one, Instant now) {
    Optional<Instant> at =
        switch (one.delivery()) {
          case Delivery.Due(var due) -> Optional.of(due);
          case Delivery.Claimed(var until) -> Optional.of(until);
          case Delivery.Handed(_, var until) -> Optional.of(until);
          case Delivery.Unknown(_, _, var again) -> Optional.of(again);
          case Delivery.Accepted _, Delivery.Delivered _, Delivery.Failed _, Delivery.Cancelled _ ->
              Optional.empty();
        };
    return at.filter(ready -> !now.isBefore(ready)).isPresent();
  }

  private List<Dispatch> latelyTo(PersonId person, Instant now) {
    Instant since = now.minus(Crowding.WITHIN);
    return lately.stream().filter(d -> d.person().equals(person) && d.at().isAfter(since)).toList();
  }

  private Roster roster(Page page) {
    return roster.with(page.snapshot());
  }

  private Optional<Notification> find(NotificationId id) {
    return pages.values().stream()
        .flatMap(one -> one.notifications().stream())
        .filter(n -> n.id().equals(id))
        .findFirst();
  }

  private Remembered pageOfHanded(Notification one) {
    return Optional.ofNullable(pages.get(pageOf(one))).orElseThrow();
  }

  private static PageId pageOf(Notification one) {
    return switch (one.about()) {
      case About.OfPage(var page, _) -> page;
      case About.OfNotice(var notice) ->
          throw new IllegalStateException("notices wait for the store: " + notice);
    };
  }

  private Degraded with(Notification changed) {
    return put(pageOfHanded(changed).changing(n -> n.id().equals(changed.id()) ? changed : n));
  }

  private Degraded put(Remembered changed) {
    return each(one -> one.page().id().equals(changed.page().id()) ? changed : one);
  }

  private Degraded each(UnaryOperator<Remembered> change) {
    Function<Remembered, PageId> id = one -> one.page().id();
    Map<PageId, Remembered> changed =
        pages.values().stream()
            .map(change)
            .collect(Collectors.toMap(id, one -> one, (a, _) -> a, LinkedHashMap::new));
    return new Degraded(changed, roster, lately);
  }
}
