package watchbill.engine;

import static watchbill.audit.Deed.WATCHBILL;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchbill.alert.Alerts;
import watchbill.escalation.Escalation;
import watchbill.escalation.Escalations;
import watchbill.escalation.Page;
import watchbill.notification.Message;
import watchbill.notification.Notice;
import watchbill.notification.Notification;
import watchbill.outage.Outage;
import watchbill.outage.Outages;
import watchbill.outage.Restored;

/// What is done first when the program is back after a while in which it saw nothing.
final class Recovering {
  private static final int PAGES_AT_ONCE = 1_000;

  /// Said as `UTC`; an offset of none would be said as `Z`.
  private static final ZoneId UTC = ZoneId.of("UTC");

  private final Turn turn;
  private final Paging paging;

  Recovering(Turn turn, Paging paging) {
    this.turn = turn;
    this.paging = paging;
  }

  Reply resume() {
    Optional<Instant> livedUntil = turn.stores().heartbeats().heardUntil();
    Optional<Restored> restored = turn.stores().outages().marked();
    turn.stores().alerts().holdLeases(turn.now().plus(Alerts.LEASE_AFTER_DEAFNESS));
    List<Message.Fact> facts = new ArrayList<>();
    if (restored.isPresent()) {
      facts.addAll(new Restoring(turn).makeUnknown(restored.get()));
      turn.stores().outages().unmark();
    } else {
      countFromWhatIsSent();
    }
    new Beating(turn, paging).afterDeafness();
    Outages.onBack(livedUntil, restored, turn.now()).ifPresent(outage -> tell(outage, facts));
    return new Reply.Done();
  }

  /// A step that never left the house has told nobody. Its people are told now, and have as long to
  /// answer as if all were well.
  private void countFromWhatIsSent() {
    for (Page page : turn.stores().pages().due(turn.now(), PAGES_AT_ONCE)) {
      Escalation later = Escalations.toldAt(page.escalation(), page.policy(), turn.now());
      if (!later.equals(page.escalation()) && nobodyWasTold(page)) {
        turn.stores().pages().save(page.with(later));
      }
    }
  }

  private boolean nobodyWasTold(Page page) {
    List<Notification> ofWake =
        turn.stores().notifications().of(page.id(), Integer.MAX_VALUE).stream()
            .filter(n -> n.isOfWake(page.wakeCount()))
            .toList();
    return ofWake.stream().anyMatch(n -> !n.delivery().isOver())
        && ofWake.stream().allMatch(n -> n.attempts() == 0);
  }

  private void tell(Outage outage, List<Message.Fact> more) {
    turn.stores().outages().add(outage);
    String meaning = Outages.meaning(outage);
    String said = Outages.headline(outage, UTC);
    turn.tell(WATCHBILL, "watchbill." + outage.kind().word(), WATCHBILL, said, meaning);
    List<Message.Fact> facts = new ArrayList<>();
    facts.add(new Message.Fact("What it means", meaning));
    facts.addAll(more);
    facts.add(Message.Fact.ifYouDoNothing("nobody else is told of it"));
    new Keeping(turn, new Noticing(turn))
        .tell(
            Notice.Kind.OUTAGE,
            "outage/" + outage.until().truncatedTo(ChronoUnit.SECONDS),
            zone -> Outages.headline(outage, zone),
            facts);
  }
}
