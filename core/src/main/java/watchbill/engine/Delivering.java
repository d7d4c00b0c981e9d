package watchbill.engine;

import static watchbill.audit.Deed.WATCHBILL;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import watchbill.alert.PageId;
import watchbill.catalog.Person;
import watchbill.change.Change;
import watchbill.escalation.Page;
import watchbill.notification.About;
import watchbill.notification.Degradations;
import watchbill.notification.Deliveries;
import watchbill.notification.Delivery;
import watchbill.notification.Messages;
import watchbill.notification.Notice;
import watchbill.notification.NoticeId;
import watchbill.notification.Notification;
import watchbill.notification.NotificationId;
import watchbill.notification.NotificationStore;
import watchbill.notification.Outcome;

/// What happens to notifications within a turn.
final class Delivering {
  /// More than these are not told apart from these.
  private static final int CHANGES_COUNTED = 10;

  private final Turn turn;
  private final Paging paging;
  private final Noticing noticing;

  Delivering(Turn turn, Paging paging, Noticing noticing) {
    this.turn = turn;
    this.paging = paging;
    this.noticing = noticing;
  }

  List<Notification> claim(int limit) {
    Instant until = turn.now().plus(Deliveries.CLAIM_LEASE);
    return store().claim(turn.now(), until, limit);
  }

  /// The last look before it leaves the house: the claim still holds and somebody is still needed.
  Optional<Handing> hand(NotificationId id, long fence) {
    Optional<Notification> held =
        store()
            .find(id)
            .filter(n -> n.fence() == fence && n.delivery() instanceof Delivery.Claimed);
    if (held.isEmpty()) {
      return Optional.empty();
    }
    return switch (held.get().about()) {
      case About.OfPage(var page, _) -> handPage(held.get(), page);
      case About.OfNotice(var notice) when notice.equals(SelfTesting.NOTICE) ->
          Optional.of(new Handing.OfSelfTest(hand(held.get())));
      case About.OfNotice(var notice) -> handNotice(held.get(), notice);
    };
  }

  private Optional<Handing> handPage(Notification claimed, PageId id) {
    Page page = turn.stores().pages().find(id).orElseThrow();
    if (!page.escalation().needsSomebody()) {
      return cancel(claimed, "no longer needed");
    }
    Optional<Person> person = turn.roster(page).person(claimed.person());
    return person.isPresent()
        ? new Dispatching(turn, this).dispatch(claimed, page, person.get())
        : personIsGone(claimed);
  }

  /// Marks one as handed over.
  Handing.OfPage hand(Notification claimed, Page page, Person person) {
    return new Handing.OfPage(hand(claimed), page, person, around(page, person));
  }

  private Optional<Handing> handNotice(Notification claimed, NoticeId id) {
    Notice notice = turn.stores().notices().find(id).orElseThrow();
    Optional<Notice.End> end = noticing.endOf(notice);
    if (end.isPresent()) {
      return cancel(claimed, end.get());
    }
    return turn.configuration()
        .catalog()
        .person(claimed.person())
        .<Handing>map(p -> new Handing.OfNotice(hand(claimed), notice, p))
        .or(() -> personIsGone(claimed));
  }

  private Notification hand(Notification claimed) {
    Notification handed = Deliveries.hand(claimed, turn.now());
    store().save(handed);
    return handed;
  }

  private Optional<Handing> cancel(Notification claimed, String why) {
    store().save(Deliveries.cancel(claimed, why, turn.now()));
    return Optional.empty();
  }

  /// An answer needs no word; that something came too late does.
  private Optional<Handing> cancel(Notification claimed, Notice.End end) {
    if (end instanceof Notice.End.Lapsed) {
      String name = turn.nameOf(claimed.person().handle());
      String said = "Not sent to " + name + " by " + claimed.method().word();
      turn.tell(
          WATCHBILL, "notification.cancelled", claimed.about().subject(), said, end.inWords());
    }
    return cancel(claimed, end.inWords());
  }

  /// Not cancelled: somebody is needed, and if it can't be this person it must be another.
  private Optional<Handing> personIsGone(Notification claimed) {
    var gone = new Outcome.Refused("they are no longer in the configuration");
    settled(Deliveries.settle(claimed, gone, WATCHBILL, turn.now()));
    return Optional.empty();
  }

  void settle(NotificationId id, long fence, Outcome outcome, String provider) {
    Optional<Notification> held =
        store().find(id).filter(n -> n.fence() == fence && awaitsAnswer(n.delivery()));
    if (held.isEmpty()) {
      return;
    }
    settled(Deliveries.settle(held.get(), outcome, provider, turn.now()));
  }

  /// A worker took it and was never heard of again.
  void lost(Notification handed) {
    settled(Deliveries.lost(handed, turn.now()));
  }

  /// Nobody waits for the lease of a worker that is dead. What it had not begun to send goes at
  /// once; what it had handed over may have arrived.
  void freeClaims(int limit) {
    for (Notification held : store().pending(limit)) {
      switch (held.delivery()) {
        case Delivery.Claimed _ -> store().save(Deliveries.letGo(held, turn.now()));
        case Delivery.Handed _ -> lost(held);
        case Delivery.Due _,
            Delivery.Accepted _,
            Delivery.Delivered _,
            Delivery.Unknown _,
            Delivery.Failed _,
            Delivery.Cancelled _ -> {}
      }
    }
  }

  private void settled(Notification settled) {
    store().save(settled);
    if (settled.about().equals(SelfTesting.ABOUT)) {
      return; // Whoever began the test looks at it; it is no deed.
    }
    tell(settled);
    switch (settled.delivery()) {
      case Delivery.Failed _ -> onFailed(settled);
      case Delivery.Due _, Delivery.Unknown _ ->
          turn.degraded(settled.method()).ifPresent(why -> onDegraded(settled, why));
      case Delivery.Claimed _,
          Delivery.Handed _,
          Delivery.Accepted _,
          Delivery.Delivered _,
          Delivery.Cancelled _ -> {}
    }
  }

  private Messages.Around around(Page page, Person reader) {
    List<Change> changes =
        WhatChanged.before(page, turn.configuration().catalog(), turn.stores(), CHANGES_COUNTED);
    return new Messages.Around(next(page, reader), Messages.changed(changes, page));
  }

  /// Whom the next rung would wake, in words and in the reader's time.
  Optional<String> next(Page page, Person reader) {
    return Waking.next(page, turn.roster(page), reader);
  }

  private static boolean awaitsAnswer(Delivery delivery) {
    return delivery instanceof Delivery.Handed || delivery instanceof Delivery.Unknown;
  }

  /// Its provider does not get others through either: the person's next way is not waited for.
  private void onDegraded(Notification tried, Degradations.Degraded why) {
    List<Notification> others =
        orderedWith(tried).stream()
            .filter(n -> n.person().equals(tried.person()) && !n.id().equals(tried.id()))
            .toList();
    // One of them is enough, and whatever has begun is one.
    if (others.stream().anyMatch(n -> mayStillReach(n.delivery()) && !waits(n))) {
      return;
    }
    others.stream()
        .filter(this::waits)
        .filter(n -> turn.degraded(n.method()).isEmpty())
        .min(Comparator.comparing(Delivering::dueAt))
        .ifPresent(next -> {
          store().save(Deliveries.hasten(next, turn.now()));
          turn.planned();
          String name = turn.nameOf(next.person().handle());
          turn.tell(
              WATCHBILL,
              "notification.reordered",
              next.about().subject(),
              name + " is told by " + next.method().word() + " at once",
              why.inWords());
        });
  }

  private boolean waits(Notification one) {
    return Deliveries.canHasten(one, turn.now());
  }

  private static Instant dueAt(Notification waiting) {
    return waiting.delivery() instanceof Delivery.Due(var at) ? at : Instant.MAX;
  }

  /// The person's other ways are used at once; when none is left for anybody, the page climbs.
  private void onFailed(Notification failed) {
    List<Notification> together = orderedWith(failed);
    for (Notification other : together) {
      boolean samePerson = other.person().equals(failed.person());
      if (samePerson && Deliveries.canHasten(other, turn.now())) {
        store().save(Deliveries.hasten(other, turn.now()));
      }
    }
    if (together.stream().noneMatch(n -> mayStillReach(n.delivery()))) {
      onNobodyTold(failed);
    }
  }

  private List<Notification> orderedWith(Notification one) {
    return switch (one.about()) {
      case About.OfPage(var page, var wake) ->
          store().of(page, Integer.MAX_VALUE).stream().filter(n -> n.isOfWake(wake)).toList();
      case About.OfNotice(var notice) -> store().of(notice);
    };
  }

  private void onNobodyTold(Notification failed) {
    switch (failed.about()) {
      case About.OfPage(var page, var wake) ->
          turn.stores()
              .pages()
              .find(page)
              .filter(p -> p.wakeCount() == wake)
              .ifPresent(paging::onNobodyTold);
      case About.OfNotice(var notice) -> noticing.onNobodyTold(notice);
    }
  }

  private static boolean mayStillReach(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Failed _, Delivery.Cancelled _ -> false;
      case Delivery.Due _,
          Delivery.Claimed _,
          Delivery.Handed _,
          Delivery.Accepted _,
          Delivery.Delivered _,
          Delivery.Unknown _ ->
          true;
    };
  }

  private void tell(Notification n) {
    String name = turn.nameOf(n.person().handle());
    String who = name + " was told by " + n.method().word();
    String whoNot = name + " by " + n.method().word();
    String because = n.why() + " · " + n.rung();
    switch (n.delivery()) {
      case Delivery.Accepted(_, var provider, var reference) ->
          said(n, who + duplicate(n), because + " · accepted by " + named(provider, reference));
      case Delivery.Delivered(_, var provider, var reference) ->
          said(n, who + duplicate(n), because + " · delivered by " + named(provider, reference));
      case Delivery.Unknown(_, var why, _) ->
          said(n, "Unknown whether " + who, why + "; it is sent again");
      case Delivery.Due(_) -> said(n, "Could not tell " + whoNot + " yet", "it is tried again");
      case Delivery.Failed(_, var why) -> said(n, "Could not tell " + whoNot, why);
      case Delivery.Claimed _, Delivery.Handed _, Delivery.Cancelled _ -> {}
    }
  }

  private void said(Notification n, String said, String because) {
    String action = "notification." + n.delivery().word();
    turn.tell(WATCHBILL, action, n.about().subject(), said, because);
  }

  private static String duplicate(Notification n) {
    return n.possibleDuplicate() ? " (possible duplicate)" : "";
  }

  private static String named(String provider, String reference) {
    return reference.isEmpty() ? provider : provider + " as " + reference;
  }

  private NotificationStore store() {
    return turn.stores().notifications();
  }
}
