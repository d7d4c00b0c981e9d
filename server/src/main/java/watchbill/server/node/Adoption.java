package watchbill.server.node;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;

/// What a node says to the engine as it starts: the configuration it was given, each part until it
/// is heard. A store that can't be written for a moment must not leave an old rota in force.
final class Adoption {
  private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);

  private final FrontDoor door;
  private final Duration pause;
  private final Deque<Command> unheard;
  private final Semaphore stopped = new Semaphore(0);
  private final Thread thread;
  private volatile boolean done;

  /// Not yet begun.
  ///
  /// @param parts in the order in which they must be heard
  /// @param pause until what was not heard is said again
  Adoption(FrontDoor door, List<Command> parts, Duration pause) {
    this.door = door;
    this.pause = pause;
    this.unheard = new ArrayDeque<>(parts);
    this.thread = Thread.ofPlatform().daemon().name("adoption").unstarted(this::goOn);
  }

  /// Says each once, in order, and goes on beside the caller if one is not heard.
  void start() {
    say();
    if (!done) {
      thread.start();
    }
  }

  /// Whether all was heard.
  boolean isDone() {
    return done;
  }

  /// Says nothing more.
  void stop() throws InterruptedException {
    stopped.release();
    thread.join();
  }

  private void goOn() {
    try {
      while (!done && !stopped.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        say();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void say() {
    while (!unheard.isEmpty()) {
      Command part = unheard.element();
      if (door.submit(part) instanceof Reply.TryLater later) {
        LOG.warn("{} is said again: {}", part.getClass().getSimpleName(), later.why());
        return;
      }
      unheard.remove();
    }
    done = true;
  }
}
