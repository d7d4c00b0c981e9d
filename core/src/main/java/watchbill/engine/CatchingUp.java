package watchbill.engine;

import static watchbill.audit.Deed.WATCHBILL;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import watchbill.alert.PageId;
import watchbill.escalation.Page;
import watchbill.notification.Crowding;
import watchbill.notification.Deliveries;
import watchbill.notification.Delivery;
import watchbill.notification.Dispatch;
import watchbill.notification.Notification;
import watchbill.notification.NotificationStore;
import watchbill.time.TimeWords;

/// Keeps what a node did while it could not reach the store, so that nobody is told of it again as
/// if they had not been.
final class CatchingUp {
  private static final ZoneId UTC = ZoneId.of("UTC");

  private final Turn turn;

  CatchingUp(Turn turn) {
    this.turn = turn;
  }

  Reply catchUp(List<Remembered> pages, List<Dispatch> lately) {
    Instant before = turn.now().minus(Crowding.WITHIN);
    lately.forEach(sent -> turn.stores().dispatches().add(sent, before));
    pages.forEach(this::catchUp);
    turn.planned();
    return new Reply.Done();
  }

  private void catchUp(Remembered one) {
    Optional<Page> found = turn.stores().pages().find(one.page().id());
    if (found.isEmpty()) {
      return;
    }
    Page page = found.get();
    boolean stoodStill =
        page.escalation().equals(one.kept().escalation())
            && page.wakeCount() == one.kept().wakeCount();
    if (stoodStill && !one.page().equals(one.kept())) {
      adopt(page, one);
    }
    for (Notification told : one.notifications()) {
      if (one.sent().contains(told.id())) {
        keep(told);
        tell(page, told);
      }
    }
  }

  /// Nobody else moved the page on: it stands where the node has brought it.
  private void adopt(Page page, Remembered one) {
    turn.stores().pages().save(page.asFarAs(one.page()));
    store().add(one.notifications().stream().filter(one::isOurs).map(this::inDoubtIfDue).toList());
    for (Remembered.Climbed climbed : one.climbs()) {
      String because = climbed.because() + "; " + at(climbed.at()) + ", the database was away";
      String said = Character.toUpperCase(climbed.said().charAt(0)) + climbed.said().substring(1);
      turn.tell(WATCHBILL, "page.climbed", page, said, because);
    }
  }

  /// Another node may have got further with it.
  private Notification inDoubtIfDue(Notification planned) {
    return switch (planned.delivery()) {
      case Delivery.Due(var at) when at.isAfter(turn.now()) -> planned;
      case Delivery.Handed _ -> Deliveries.lost(planned, turn.now());
      case Delivery.Due _,
          Delivery.Claimed _,
          Delivery.Accepted _,
          Delivery.Delivered _,
          Delivery.Unknown _,
          Delivery.Failed _,
          Delivery.Cancelled _ ->
          Deliveries.doubt(planned);
    };
  }

  private void keep(Notification told) {
    Optional<Notification> same =
        store()
            .find(told.id())
            .or(() ->
                store().of(pageOf(told), Integer.MAX_VALUE).stream()
                    .filter(n -> isTheSame(n, told))
                    .findFirst());
    same.map(kept -> Deliveries.toldElsewhere(kept, told)).ifPresent(kept -> store().save(kept));
  }

  private static boolean isTheSame(Notification one, Notification other) {
    return one.about().equals(other.about())
        && one.person().equals(other.person())
        && one.method() == other.method();
  }

  private void tell(Page page, Notification told) {
    String who = turn.nameOf(told.person().handle()) + " by " + told.method().word();
    String because = told.why() + " · " + told.rung() + " · " + how(told);
    turn.tell(WATCHBILL, "notification.told-while-away", page, became(told, who), because);
  }

  private static String became(Notification told, String who) {
    return switch (told.delivery()) {
      case Delivery.Accepted _, Delivery.Delivered _ ->
          "Told " + who + " while the database was away (possible duplicate)";
      case Delivery.Handed _, Delivery.Unknown _ ->
          "Unknown whether " + who + " was told while the database was away";
      case Delivery.Due _, Delivery.Claimed _, Delivery.Failed _, Delivery.Cancelled _ ->
          "Could not tell " + who + " while the database was away";
    };
  }

  private static String how(Notification told) {
    return switch (told.delivery()) {
      case Delivery.Accepted(var at, var provider, _) -> "accepted by " + provider + " " + at(at);
      case Delivery.Delivered(var at, var provider, _) -> "delivered by " + provider + " " + at(at);
      case Delivery.Failed(var at, var why) -> "given up " + at(at) + ": " + why;
      case Delivery.Handed(var at, _) -> "sent " + at(at) + ", its answer was not heard";
      case Delivery.Unknown(var at, var why, _) -> at(at) + ": " + why;
      case Delivery.Due _, Delivery.Claimed _, Delivery.Cancelled _ ->
          "no provider has taken it yet";
    };
  }

  private static String at(Instant instant) {
    return "at " + TimeWords.time(instant, UTC) + " UTC";
  }

  private static PageId pageOf(Notification told) {
    return new PageId(told.about().subject());
  }

  private NotificationStore store() {
    return turn.stores().notifications();
  }
}
