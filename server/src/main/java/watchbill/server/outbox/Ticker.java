package watchbill.server.outbox;

import java.time.Duration;
import java.time.Instant;
import watchbill.alert.Severity;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.time.TimeSource;
import watchbill.time.TimeWords;

/// Asks for what is due: steps, leases, answers that never came. And on a crank of its own, so that
/// one may fail without the other, whether any page should have moved on and did not. On a third,
/// once a minute, what people must know of the rota.
public final class Ticker {
  private static final Duration EVERY = Duration.ofMillis(200);
  private static final Duration INSPECT_EVERY = Duration.ofSeconds(15);
  private static final Duration WATCH_EVERY = Duration.ofMinutes(1);
  private static final int AT_ONCE = 200;

  /// The machine slept, or the store could not be written: nobody could be heard meanwhile.
  private static final Duration DEAF_AFTER = Duration.ofMinutes(1);

  /// By less than this the clock of a machine is put right all the time.
  private static final Duration PUT_BACK_BY = Duration.ofSeconds(10);

  private final FrontDoor door;
  private final TimeSource time;
  private final TickListener listener;
  private volatile Instant lastTick;
  private final Crank ticker;
  private final Crank inspector;
  private final Crank watcher;

  /// Told after each look for what is due, for figures.
  @FunctionalInterface
  public interface TickListener {
    void ticked(Instant at);

    /// Told after each inspection.
    ///
    /// @param mended how much had to be set moving again; more than none is a fault of ours
    default void inspected(int mended) {}
  }

  public Ticker(FrontDoor door, TimeSource time, TickListener listener) {
    this(door, time, listener, INSPECT_EVERY);
  }

  Ticker(FrontDoor door, TimeSource time, TickListener listener, Duration inspectEvery) {
    this.door = door;
    this.time = time;
    this.listener = listener;
    this.lastTick = time.now();
    this.ticker = new Crank("ticker", EVERY, this::tick);
    this.inspector = new Crank("inspector", inspectEvery, this::inspect);
    this.watcher = new Crank("watcher", WATCH_EVERY, this::keepWatch);
  }

  public void start() {
    ticker.start();
    inspector.start();
    watcher.start();
  }

  /// Something may be due now. Returns at once, also on the thread that commits.
  public void wakeUp() {
    ticker.wakeUp();
  }

  public void stop() throws InterruptedException {
    ticker.stop();
    inspector.stop();
    watcher.stop();
  }

  public boolean isTurning() {
    return ticker.isTurning() && inspector.isTurning() && watcher.isTurning();
  }

  private boolean tick() {
    Duration back = Duration.between(time.now(), lastTick);
    if (back.compareTo(PUT_BACK_BY) > 0
        && !(door.submit(clockWasPutBack(back)) instanceof Reply.Done)) {
      return false;
    }
    if (time.now().isAfter(lastTick.plus(DEAF_AFTER))
        && !(door.submit(new Command.Resume()) instanceof Reply.Done)) {
      return false;
    }
    if (!(door.submit(new Command.Tick(AT_ONCE)) instanceof Reply.Ticked(_, var more))) {
      return false;
    }
    lastTick = time.now();
    listener.ticked(lastTick);
    return more;
  }

  /// What waits does so by the clock. Who is on duty does, too, so the new time is believed at
  /// once, and a human is told what that means.
  private static Command clockWasPutBack(Duration back) {
    return new Command.RaiseTrouble(
        "clock",
        Severity.CRITICAL,
        "The clock of Watchbill's machine was put back by " + TimeWords.of(back),
        "Pages that wait for their next step are late by as much: look at all that are open");
  }

  private boolean keepWatch() {
    door.submit(new Command.KeepWatch());
    return false;
  }

  private boolean inspect() {
    if (door.submit(new Command.Inspect()) instanceof Reply.Inspected(var mended)) {
      listener.inspected(mended);
    }
    return false;
  }
}
