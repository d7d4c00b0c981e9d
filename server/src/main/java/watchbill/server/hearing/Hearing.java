package watchbill.server.hearing;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.catalog.IntegrationId;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.heartbeat.HeartbeatId;
import watchbill.heartbeat.HeartbeatPlan;
import watchbill.heartbeat.Ping;

/// Takes note of who spoke, and tells the heartbeats of those that must be heard from: a few times
/// a minute, however much they say.
public final class Hearing {
  /// Not longer than the least grace: what was noted and not yet told must not count as silence.
  public static final Duration EVERY = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);
  private static final Duration STOP_WAITS = Duration.ofSeconds(10);
  private static final String VIA = "message";

  private final FrontDoor door;
  private final Set<IntegrationId> expected;
  private final Set<IntegrationId> heard = ConcurrentHashMap.newKeySet();
  private final Semaphore stopped = new Semaphore(0);
  private final Thread thread;

  /// Hears from now on, and tells once started.
  ///
  /// @param plans all heartbeats; those of integrations say who must be heard from
  public Hearing(FrontDoor door, Collection<HeartbeatPlan> plans) {
    this.door = door;
    this.expected =
        plans.stream()
            .flatMap(plan -> plan.id().source().stream())
            .collect(Collectors.toUnmodifiableSet());
    this.thread = Thread.ofPlatform().daemon().name("hearing").unstarted(this::run);
  }

  /// This one spoke. Never waits.
  public void heard(IntegrationId from) {
    if (expected.contains(from)) {
      heard.add(from);
    }
  }

  public void start() {
    thread.start();
  }

  /// Returns when all that was heard is told, or soon after.
  public void stop() throws InterruptedException {
    stopped.release();
    thread.join(STOP_WAITS);
  }

  private void run() {
    try {
      while (!stopped.tryAcquire(EVERY.toNanos(), TimeUnit.NANOSECONDS)) {
        tellOrLog();
      }
      tellOrLog();
    } catch (InterruptedException e) {
      LOG.warn("the hearing was interrupted, and ends");
    }
  }

  private void tellOrLog() {
    try {
      tell();
    } catch (RuntimeException e) {
      LOG.error("a bug: who was heard could not be told, and is told again", e);
    }
  }

  /// Tells of each that was heard since the last time. One that could not be kept stays noted.
  void tell() {
    for (IntegrationId from : List.copyOf(heard)) {
      heard.remove(from);
      boolean kept = false;
      try {
        var beat = new Command.Beat(HeartbeatId.ofSource(from), Ping.success(VIA));
        kept = !(door.submit(beat) instanceof Reply.TryLater);
      } finally {
        if (!kept) {
          heard.add(from);
        }
      }
    }
  }
}
