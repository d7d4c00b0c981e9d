package watchbill.server.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.engine.Command;
import watchbill.engine.Handing;
import watchbill.engine.Handings;
import watchbill.engine.Reply;
import watchbill.notification.Channel;
import watchbill.notification.Message;
import watchbill.notification.Notification;
import watchbill.notification.Outcome;

/// Carries one claimed notification to a provider, and says what came of it.
final class Courier {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  /// After this long no further provider is tried: the answer must be in before it counts as lost.
  private static final Duration TRY_NEXT_WITHIN = Duration.ofSeconds(10);

  /// A message must have left so soon after its claim was looked at. Later, the rest of the lease
  /// may be too short for the provider's answer, and another node may be sending it.
  static final Duration LEAVES_WITHIN = Duration.ofSeconds(5);

  private static final String NOBODY = "nobody";

  private final Insistence engine;
  private final Channels channels;
  private final Outbox.Links links;
  private final SendListener listener;
  private final Duration leavesWithin;

  Courier(
      Insistence engine,
      Channels channels,
      Outbox.Links links,
      SendListener listener,
      Duration leavesWithin) {
    this.engine = engine;
    this.channels = channels;
    this.links = links;
    this.listener = listener;
    this.leavesWithin = leavesWithin;
  }

  private record Sent(Outcome outcome, String provider) {}

  void carry(Notification claimed) {
    Insistence.Answer answer = engine.say(new Command.Hand(claimed.id(), claimed.fence()));
    if (answer.reply() instanceof Reply.HandNow(Optional<Handing> handing)) {
      handing.ifPresent(h -> deliver(h, answer.askedAt()));
    }
    // Else it is no longer needed, or another has it; or the claim runs out and it comes again.
  }

  private void deliver(Handing handing, long askedAt) {
    Sent sent = mayStillSend(askedAt) ? carried(handing) : heldUp(handing);
    for (Notification told : handing.notifications()) {
      engine.submit(new Command.Settle(told.id(), told.fence(), sent.outcome(), sent.provider()));
    }
  }

  private Sent carried(Handing handing) {
    return handing instanceof Handing.OfSelfTest
        ? new Sent(LoopBack.take(Handings.compose(handing, links::linkFor)), LoopBack.NAME)
        : send(handing);
  }

  /// By the clock that no administrator turns back, and that runs on while the process stands
  /// still.
  private boolean mayStillSend(long askedAt) {
    return System.nanoTime() - askedAt < leavesWithin.toNanos();
  }

  private static Sent heldUp(Handing handing) {
    handing
        .notifications()
        .forEach(held ->
            LOG.warn("notification {} was held up on its way out; it is sent anew", held.id()));
    return new Sent(new Outcome.Unavailable("this node was held up before it could send"), NOBODY);
  }

  private Sent send(Handing handing) {
    Notification notification = handing.notification();
    List<Channel> providers = channels.carrying(notification.method());
    if (providers.isEmpty()) {
      String why = "no channel carries " + notification.method().word();
      return new Sent(new Outcome.Refused(why), NOBODY);
    }
    Message message;
    try {
      message = Handings.compose(handing, links::linkFor);
    } catch (RuntimeException e) {
      LOG.error("a bug: notification {} could not be put into words", notification.id(), e);
      return new Sent(new Outcome.Unavailable("it could not be put into words"), NOBODY);
    }
    return sendByFirstThatTakes(providers, message, notification.address());
  }

  /// Each provider in turn, as long as it is certain that none has the message.
  private Sent sendByFirstThatTakes(List<Channel> providers, Message message, String address) {
    List<Sent> tried = new ArrayList<>();
    long start = System.nanoTime();
    for (Channel provider : providers) {
      Sent sent = new Sent(send(provider, message, address), provider.provider());
      tried.add(sent);
      boolean certain =
          sent.outcome() instanceof Outcome.Refused
              || sent.outcome() instanceof Outcome.Unavailable;
      boolean timeLeft = System.nanoTime() - start < TRY_NEXT_WITHIN.toNanos();
      if (!certain) {
        return sent;
      }
      if (!timeLeft || Thread.currentThread().isInterrupted()) {
        break;
      }
    }
    return tried.size() == 1 ? tried.getFirst() : inSum(tried);
  }

  /// What all say who did not take it: later, if one of them may take it later.
  private static Sent inSum(List<Sent> tried) {
    List<String> whys = new ArrayList<>();
    boolean later = false;
    for (Sent sent : tried) {
      later |= sent.outcome() instanceof Outcome.Unavailable;
      whys.add(sent.provider() + ": " + why(sent.outcome()));
    }
    String why = String.join("; ", whys);
    Outcome outcome = later ? new Outcome.Unavailable(why) : new Outcome.Refused(why);
    return new Sent(outcome, tried.getLast().provider());
  }

  private static String why(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused(var why) -> why;
      case Outcome.Unavailable(var why) -> why;
      case Outcome.NoAnswer(var why) -> why;
      case Outcome.Accepted(var reference, _) -> reference;
    };
  }

  private Outcome send(Channel provider, Message message, String address) {
    long start = System.nanoTime();
    Outcome outcome;
    try {
      outcome = provider.send(message, address);
    } catch (RuntimeException e) {
      LOG.error("a bug: channel {} failed on {}", provider.provider(), message.key(), e);
      outcome = new Outcome.NoAnswer("the channel " + provider.provider() + " failed");
    }
    listener.sent(provider.provider(), outcome, Duration.ofNanos(System.nanoTime() - start));
    return outcome;
  }
}
