package watchbill.server.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.engine.Degraded;
import watchbill.engine.FrontDoor;
import watchbill.engine.Handing;
import watchbill.engine.LastKnown;
import watchbill.engine.Reply;
import watchbill.engine.StoreFault;
import watchbill.engine.Transactions;
import watchbill.kernel.IdSource;
import watchbill.notification.Messages;
import watchbill.notification.Notification;
import watchbill.notification.NotificationId;
import watchbill.notification.Outcome;
import watchbill.time.TimeSource;

/// Tells what is due while the store is away, by what this node knew of it. What it told is kept
/// before anything else is done once the store is back.
public final class DegradedMode implements OutcomeListener {
  private static final Logger LOG = LoggerFactory.getLogger(DegradedMode.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
  private static final Duration TELL_EVERY = Duration.ofMillis(300);
  private static final int OUTCOMES_MAX = 4_096;

  /// What was read longer ago, counted from the moment at which it is to be gone by, says nothing.
  static final Duration KNOWN_FOR = Duration.ofMinutes(2);

  /// So long the answers of providers are waited for when the store is back.
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(3);

  private final Means means;
  private final Reach reach;
  private final Gate gate;
  private final Sending sending;
  private final Duration othersWithin;
  private final Crank looker;
  private final Crank teller;
  private final ExecutorService couriers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("unaided-", 1).factory());

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<NotificationId, Said> accepted = new LinkedHashMap<>();
  private volatile @Nullable LastKnown known;
  private @Nullable Degraded state;
  private volatile boolean started;
  private boolean ending;
  private boolean stopping;
  private int onTheirWay;

  /// What the node lends for it.
  ///
  /// @param door past the gate
  public record Means(
      FrontDoor door,
      Transactions transactions,
      Supplier<Configuration> configuration,
      IdSource ids,
      TimeSource time) {}

  private record Said(Outcome outcome, String provider) {}

  /// Not yet begun.
  ///
  /// @param othersWithin how long other nodes may take to say what they told; then all goes on
  public DegradedMode(Means means, Reach reach, Gate gate, Sending sending, Duration othersWithin) {
    this.means = means;
    this.reach = reach;
    this.gate = gate;
    this.sending = sending;
    this.othersWithin = othersWithin;
    this.looker = new Crank("looker", LOOK_EVERY, this::look);
    this.teller = new Crank("teller", TELL_EVERY, this::tell);
  }

  public void start() {
    started = true;
    looker.start();
    teller.start();
  }

  public void stop() throws InterruptedException {
    lock.lock();
    try {
      stopping = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (started) {
      teller.stop();
      looker.stop();
    }
    couriers.shutdownNow();
  }

  /// What this node was told by a provider need not be told again, whether or not the store knows.
  @Override
  public void heard(Notification told, Outcome outcome, String provider) {
    if (!(outcome instanceof Outcome.Accepted)) {
      return;
    }
    lock.lock();
    try {
      if (accepted.size() >= OUTCOMES_MAX) {
        accepted.remove(accepted.keySet().iterator().next());
      }
      accepted.put(told.id(), new Said(outcome, provider));
      settle(told.id(), new Said(outcome, provider));
    } finally {
      lock.unlock();
    }
  }

  /// One look: to learn what is open, or whether the store is back.
  boolean look() {
    if (gate.isOpen()) {
      if (!reach.isAway()) {
        learn();
        return false;
      }
      gate.close();
    }
    // Whatever this node asked before the gate was closed is answered before this is.
    if (means.door().submit(new Command.CatchUp(List.of(), List.of())) instanceof Reply.Done) {
      end();
    } else {
      begin();
    }
    return false;
  }

  /// Moves on what this node knows, and sends what is due.
  boolean tell() {
    List<Handing> leaving;
    lock.lock();
    try {
      if (state == null || ending || !reach.isAway()) {
        return false;
      }
      Instant now = means.time().now();
      Degraded.Step step = state.moveOn(() -> means.ids().next(now), now).handOver(now);
      state = step.after();
      leaving = step.leaving();
      onTheirWay += leaving.size();
    } finally {
      lock.unlock();
    }
    leaving.forEach(one -> couriers.execute(() -> send(one)));
    return false;
  }

  private void learn() {
    if (!reach.isWell()) {
      return;
    }
    try {
      known =
          means
              .transactions()
              .read(s -> LastKnown.read(s, means.configuration().get(), means.time().now()));
    } catch (StoreFault e) {
      LOG.debug("what is open can't be read: {}", e.getMessage());
    }
  }

  private void begin() {
    lock.lock();
    try {
      if (state != null) {
        return;
      }
      LastKnown last = known;
      Instant now = means.time().now();
      if (last == null || last.readAt().isBefore(now.minus(KNOWN_FOR))) {
        LOG.error("the store is away, and nothing recent is known of it: nobody is told anything");
        return;
      }
      state = Degraded.from(last);
      Map.copyOf(accepted).forEach(this::settle);
      LOG.error(
          "the store is away: {} pages go on by what was known at {}, as possible duplicates",
          last.pages().size(),
          last.readAt());
    } finally {
      lock.unlock();
    }
  }

  /// Nothing may keep the gate closed once the store is back, whatever was told.
  private void end() {
    boolean isKept = false;
    try {
      isKept = keep();
    } catch (RuntimeException e) {
      LOG.error("a bug: what was told without the store is not kept, and may be told again", e);
      isKept = true;
    } finally {
      lock.lock();
      try {
        ending = false;
        if (isKept) {
          state = null;
          gate.open();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  /// Says what was told; false when the store has gone again.
  private boolean keep() {
    @Nullable Degraded last = lastState();
    if (last != null
        && !(means.door().submit(new Command.CatchUp(last.news(), last.lately()))
            instanceof Reply.Done)) {
      return false;
    }
    // Other nodes that were cut off with this one say the same now.
    pause(othersWithin);
    LOG.info(
        "the store is back; {} pages had gone on without it",
        last == null ? 0 : last.news().size());
    return true;
  }

  private @Nullable Degraded lastState() {
    lock.lock();
    try {
      ending = true;
      long left = ANSWERS_WITHIN.toNanos();
      while (onTheirWay > 0 && left > 0 && !stopping) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    return state;
  }

  private void pause(Duration length) {
    lock.lock();
    try {
      long left = length.toNanos();
      while (left > 0 && !stopping) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private void send(Handing handing) {
    Instant since = knownAt();
    Sending.Sent sent =
        sending.send(handing, message -> Messages.unaided(message, since, zoneOf(handing)));
    lock.lock();
    try {
      handing
          .notifications()
          .forEach(n -> settle(n.id(), new Said(sent.outcome(), sent.provider())));
      onTheirWay--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void settle(NotificationId id, Said answer) {
    if (state != null) {
      Instant now = means.time().now();
      state =
          state.settled(id, answer.outcome(), answer.provider(), () -> means.ids().next(now), now);
    }
  }

  private Instant knownAt() {
    LastKnown last = known;
    return last == null ? means.time().now() : last.readAt();
  }

  private static ZoneId zoneOf(Handing handing) {
    return switch (handing) {
      case Handing.OfPage(_, _, var person, _) -> person.zone();
      case Handing.OfPages(_, var person, _) -> person.zone();
      case Handing.OfNotice _, Handing.OfSelfTest _ ->
          throw new IllegalStateException("only pages are told without the store");
    };
  }
}
