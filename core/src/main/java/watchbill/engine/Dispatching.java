package watchbill.engine;

import static watchbill.audit.Deed.WATCHBILL;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import watchbill.alert.PageId;
import watchbill.catalog.Person;
import watchbill.escalation.Escalation;
import watchbill.escalation.Escalations;
import watchbill.escalation.Page;
import watchbill.notification.About;
import watchbill.notification.Crowding;
import watchbill.notification.Crowding.How;
import watchbill.notification.Deliveries;
import watchbill.notification.Delivery;
import watchbill.notification.Dispatch;
import watchbill.notification.Notification;
import watchbill.time.TimeWords;

/// How what is due about pages leaves for one person: alone, together, or a little later.
final class Dispatching {
  private static final int DUE_MAX = 500;

  private static final Comparator<Handing.OfPage> MOST_URGENT_THEN_NEWEST =
      Comparator.comparing((Handing.OfPage h) -> h.page().urgency())
          .thenComparing(h -> h.page().id().value(), Comparator.reverseOrder());

  private final Turn turn;
  private final Delivering delivering;

  Dispatching(Turn turn, Delivering delivering) {
    this.turn = turn;
    this.delivering = delivering;
  }

  /// Hands over what was claimed, with whatever goes with it; nothing when it goes later.
  Optional<Handing> dispatch(Notification claimed, Page page, Person person) {
    List<Dispatch> lately =
        turn.stores().dispatches().after(person.id(), turn.now().minus(Crowding.WITHIN));
    List<Notification> due = turn.stores().notifications().dueFor(person.id(), turn.now(), DUE_MAX);
    return switch (Crowding.decide(claimed, due, lately, turn.now())) {
      case How.Alone _ -> {
        note(claimed, true);
        yield Optional.of(delivering.hand(claimed, page, person));
      }
      case How.Together(var others) -> Optional.of(together(claimed, page, person, others));
      case How.Later(var at) -> {
        hold(claimed, page, at);
        yield Optional.empty();
      }
    };
  }

  private Handing together(
      Notification claimed, Page page, Person person, List<Notification> others) {
    List<Handing.OfPage> told = new ArrayList<>();
    boolean more = isNews(claimed);
    told.add(delivering.hand(claimed, page, person));
    for (Notification other : others) {
      Optional<Page> its = pageOf(other).filter(p -> p.escalation().needsSomebody());
      // What nobody is needed for any more is cancelled when it is claimed.
      if (its.isPresent()) {
        more &= isNews(other);
        told.add(delivering.hand(other, its.get(), person));
      }
    }
    told.sort(MOST_URGENT_THEN_NEWEST);
    note(told.getFirst().notification(), false);
    if (told.size() > 1) {
      told.forEach(h -> say(h, told.size() - 1));
    }
    return new Handing.OfPages(told, person, more);
  }

  /// The step counts from when its people are told.
  private void hold(Notification claimed, Page page, Instant until) {
    turn.stores().notifications().save(Deliveries.hold(claimed, until));
    if (claimed.isOfWake(page.wakeCount()) && nobodyWasTold(page)) {
      Escalation later = Escalations.toldAt(page.escalation(), page.policy(), until);
      if (!later.equals(page.escalation())) {
        turn.stores().pages().save(page.with(later));
      }
    }
    String name = turn.nameOf(claimed.person().handle());
    String after = TimeWords.of(Duration.between(turn.now(), until));
    turn.tell(
        WATCHBILL,
        "notification.held",
        page,
        name
            + " is told by "
            + claimed.method().word()
            + " in "
            + after
            + ", with what is due then",
        "they were told of several pages a moment ago");
  }

  private boolean nobodyWasTold(Page page) {
    return turn.stores().notifications().of(page.id(), Integer.MAX_VALUE).stream()
        .filter(n -> n.isOfWake(page.wakeCount()))
        .allMatch(n -> n.attempts() == 0);
  }

  /// Whether its person was told nothing of its page before.
  private boolean isNews(Notification one) {
    return one.about() instanceof About.OfPage(var page, _)
        && turn.stores().notifications().of(page, Integer.MAX_VALUE).stream()
            .filter(n -> n.person().equals(one.person()))
            .allMatch(n -> n.attempts() == 0 || n.delivery() instanceof Delivery.Failed);
  }

  private Optional<Page> pageOf(Notification one) {
    return one.about() instanceof About.OfPage(PageId page, _)
        ? turn.stores().pages().find(page)
        : Optional.empty();
  }

  private void note(Notification lead, boolean single) {
    var dispatch =
        new Dispatch(lead.id(), lead.person(), lead.method(), lead.urgency(), turn.now(), single);
    turn.stores().dispatches().add(dispatch, turn.now().minus(Crowding.WITHIN));
  }

  private void say(Handing.OfPage handing, int others) {
    String name = handing.person().name();
    String rest = others == 1 ? "1 other page" : others + " other pages";
    turn.tell(
        WATCHBILL,
        "notification.gathered",
        handing.page(),
        name + " is told of it in one message with " + rest,
        "they had " + Crowding.SINGLES_MAX + " messages within " + TimeWords.of(Crowding.WITHIN));
  }
}
