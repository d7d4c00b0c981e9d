package watchbill.server.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.engine.Handing;
import watchbill.engine.Handings;
import watchbill.notification.Channel;
import watchbill.notification.Message;
import watchbill.notification.Notification;
import watchbill.notification.Outcome;

/// Puts what is handed over into words, and asks the providers of its method to take it, in turn.
public final class Sending {
  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

  /// After this long no further provider is tried: the answer must be in before it counts as lost.
  private static final Duration TRY_NEXT_WITHIN = Duration.ofSeconds(10);

  static final String NOBODY = "nobody";

  private final Channels channels;
  private final Outbox.Links links;
  private final SendListener listener;

  public Sending(Channels channels, Outbox.Links links, SendListener listener) {
    this.channels = channels;
    this.links = links;
    this.listener = listener;
  }

  /// What came of it, by whom.
  record Sent(Outcome outcome, String provider) {}

  /// For nobody: it only must be put into words.
  Sent loopBack(Handing handing) {
    return new Sent(LoopBack.take(Handings.compose(handing, links::linkFor)), LoopBack.NAME);
  }

  Sent send(Handing handing) {
    return send(handing, message -> message);
  }

  /// @param wording what is said beside it
  Sent send(Handing handing, UnaryOperator<Message> wording) {
    Notification notification = handing.notification();
    List<Channel> providers = channels.carrying(notification.method());
    if (providers.isEmpty()) {
      String why = "no channel carries " + notification.method().word();
      return new Sent(new Outcome.Refused(why), NOBODY);
    }
    Message message;
    try {
      message = wording.apply(Handings.compose(handing, links::linkFor));
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
