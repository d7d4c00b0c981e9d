package watchbill.server.outbox;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.engine.Command;
import watchbill.engine.Handing;
import watchbill.engine.Reply;
import watchbill.notification.Notification;
import watchbill.notification.Outcome;

/// Carries one claimed notification to a provider, and says what came of it.
final class Courier {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  /// A message must have left so soon after its claim was looked at. Later, the rest of the lease
  /// may be too short for the provider's answer, and another node may be sending it.
  static final Duration LEAVES_WITHIN = Duration.ofSeconds(5);

  private final Insistence engine;
  private final Sending sending;
  private final OutcomeListener listener;
  private final Duration leavesWithin;

  Courier(Insistence engine, Sending sending, OutcomeListener listener, Duration leavesWithin) {
    this.engine = engine;
    this.sending = sending;
    this.listener = listener;
    this.leavesWithin = leavesWithin;
  }

  void carry(Notification claimed) {
    Insistence.Answer answer = engine.say(new Command.Hand(claimed.id(), claimed.fence()));
    if (answer.reply() instanceof Reply.HandNow(Optional<Handing> handing)) {
      handing.ifPresent(h -> deliver(h, answer.askedAt()));
    }
    // Else it is no longer needed, or another has it; or the claim runs out and it comes again.
  }

  private void deliver(Handing handing, long askedAt) {
    Sending.Sent sent = mayStillSend(askedAt) ? carried(handing) : heldUp(handing);
    for (Notification told : handing.notifications()) {
      listener.heard(told, sent.outcome(), sent.provider());
    }
    for (Notification told : handing.notifications()) {
      engine.submit(new Command.Settle(told.id(), told.fence(), sent.outcome(), sent.provider()));
    }
  }

  private Sending.Sent carried(Handing handing) {
    return handing instanceof Handing.OfSelfTest
        ? sending.loopBack(handing)
        : sending.send(handing);
  }

  /// By the clock that no administrator turns back, and that runs on while the process stands
  /// still.
  private boolean mayStillSend(long askedAt) {
    return System.nanoTime() - askedAt < leavesWithin.toNanos();
  }

  private static Sending.Sent heldUp(Handing handing) {
    handing
        .notifications()
        .forEach(held ->
            LOG.warn("notification {} was held up on its way out; it is sent anew", held.id()));
    return new Sending.Sent(
        new Outcome.Unavailable("this node was held up before it could send"), Sending.NOBODY);
  }
}
