package watchbill.server.outbox;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;

/// Asks the engine again as long as it says "later".
final class Insistence {
  private static final Logger LOG = LoggerFactory.getLogger(Insistence.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final FrontDoor door;
  private volatile boolean over;

  Insistence(FrontDoor door) {
    this.door = door;
  }

  /// The engine's answer, however long that takes; only when all insisting is over may it still be
  /// "later".
  Reply submit(Command command) {
    return say(command).reply();
  }

  /// An answer, and since when it may have been true.
  ///
  /// @param askedAt when the question was asked that was answered, by `System.nanoTime`
  record Answer(Reply reply, long askedAt) {}

  /// As above.
  Answer say(Command command) {
    Duration pause = FIRST_PAUSE;
    // An interrupt is meant for a provider that hangs. What is known by then is still to be kept.
    boolean interrupted = Thread.interrupted();
    long askedAt = System.nanoTime();
    Reply reply = door.submit(command);
    while (reply instanceof Reply.TryLater later && !over) {
      LOG.warn("{} is said again: {}", command.getClass().getSimpleName(), later.why());
      interrupted |= sleep(pause);
      pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
      askedAt = System.nanoTime();
      reply = door.submit(command);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return new Answer(reply, askedAt);
  }

  /// From now on everything is said once more and no oftener.
  void end() {
    over = true;
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /// Whether it was interrupted.
  private static boolean sleep(Duration pause) {
    try {
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
      return Thread.interrupted();
    } catch (InterruptedException e) {
      return true;
    }
  }
}
