package watchbill.server.commit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.engine.Command;
import watchbill.engine.Engine;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.time.TimeSource;

/// Gathers commands from many threads and runs them in turns on one thread of its own.
///
/// It never waits for a batch to fill: it takes what has gathered while the last commit was on its
/// way to the disk. Under load batches grow by themselves; idle, a command is alone and quick.
public final class Committer implements FrontDoor {
  private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
  private static final Duration WHEN_FULL = Duration.ofSeconds(1);
  private static final Duration WHEN_UNWRITABLE = Duration.ofSeconds(5);
  private static final long STOP_WAITS_MILLIS = 10_000;

  private final Engine engine;
  private final TimeSource time;
  private final Limits limits;
  private final StoreFaults storeFaults;
  private final BlockingQueue<Waiting> queue;
  private final Thread thread;
  private final BatchListener listener;
  private volatile boolean open = true;
  private volatile boolean writable = true;

  /// How much may wait, and how much is committed at once.
  ///
  /// @param queue commands waiting before more are turned away, at least 1
  /// @param batch commands in one transaction, at least 1
  /// @param reports alert reports in one transaction before it is closed, at least 1
  public record Limits(int queue, int batch, int reports) {
    public static final Limits STANDARD = new Limits(4_096, 512, 5_000);
  }

  /// Tells faults of the store, which pass, from our own bugs, which do not.
  public interface StoreFaults {
    boolean isStoreFault(RuntimeException e);
  }

  /// Told about each batch after its commit, for figures.
  public interface BatchListener {
    void committed(int commands, long nanos);

    /// The store could not be used for one.
    default void missed() {}
  }

  private record Waiting(Command command, CompletableFuture<Reply> reply) {}

  public Committer(
      Engine engine,
      TimeSource time,
      Limits limits,
      StoreFaults storeFaults,
      BatchListener listener) {
    this.engine = engine;
    this.time = time;
    this.limits = limits;
    this.storeFaults = storeFaults;
    this.listener = listener;
    this.queue = new ArrayBlockingQueue<>(limits.queue());
    this.thread = Thread.ofPlatform().name("committer").daemon(true).unstarted(this::work);
  }

  public void start() {
    thread.start();
  }

  /// Takes nothing more, finishes what waits, and ends.
  public void stop() throws InterruptedException {
    open = false;
    thread.join(STOP_WAITS_MILLIS);
  }

  /// Whether the last transaction reached the disk.
  public boolean isWritable() {
    return writable && thread.isAlive();
  }

  /// How many commands wait for their turn.
  public int waiting() {
    return queue.size();
  }

  @Override
  public Reply submit(Command command) {
    var waiting = new Waiting(command, new CompletableFuture<>());
    if (!queue.offer(waiting)) {
      return new Reply.TryLater(true, WHEN_FULL, limits.queue() + " commands wait already");
    }
    // Looked at after the offer: a command offered while the last batch is taken would wait for
    // ever.
    if (!isTakingCommands() && queue.remove(waiting)) {
      return new Reply.TryLater(false, WHEN_UNWRITABLE, "this node is stopping");
    }
    try {
      return waiting.reply().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the engine failed on " + nameOf(command), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      // Whether it was committed is not known; a sender that repeats is told apart by its key.
      return new Reply.TryLater(false, WHEN_UNWRITABLE, "interrupted while waiting");
    }
  }

  private boolean isTakingCommands() {
    return open && thread.isAlive();
  }

  private void work() {
    List<Waiting> batch = new ArrayList<>(limits.batch());
    while (open || !queue.isEmpty()) {
      try {
        if (gather(batch)) {
          commit(batch);
        }
      } catch (InterruptedException e) {
        open = false;
      } finally {
        batch.clear();
      }
    }
  }

  private boolean gather(List<Waiting> batch) throws InterruptedException {
    Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
    if (first == null) {
      return false;
    }
    int reports = 0;
    for (Waiting next = first; next != null; next = queue.poll()) {
      batch.add(next);
      reports += reportsIn(next.command());
      if (batch.size() >= limits.batch() || reports >= limits.reports()) {
        break;
      }
    }
    return true;
  }

  private static int reportsIn(Command command) {
    return command instanceof Command.Receive receive ? receive.reports().size() : 1;
  }

  private void commit(List<Waiting> batch) {
    long started = System.nanoTime();
    List<Command> commands = batch.stream().map(Waiting::command).toList();
    try {
      List<Reply> replies = engine.run(commands, time.now());
      if (!writable) {
        LOG.info("the store can be written again");
      }
      writable = true;
      listener.committed(batch.size(), System.nanoTime() - started);
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).reply().complete(replies.get(i));
      }
    } catch (RuntimeException e) {
      onFailure(batch, e);
    }
  }

  private void onFailure(List<Waiting> batch, RuntimeException e) {
    if (storeFaults.isStoreFault(e)) {
      // Once in full: it is met again several times a second, until it is mended.
      if (writable) {
        LOG.error("the store can't be written; commands are turned away until it can", e);
      } else {
        LOG.debug("the store still can't be written: {}", e.getMessage());
      }
      writable = false;
      listener.missed();
      var later = new Reply.TryLater(false, WHEN_UNWRITABLE, "the store can't be written");
      batch.forEach(w -> w.reply().complete(later));
    } else if (batch.size() == 1) {
      Waiting alone = batch.getFirst();
      LOG.error("a bug: the engine failed on {}", nameOf(alone.command()), e);
      alone.reply().completeExceptionally(e);
    } else {
      // One of them is poison. Alone, each of the others still gets its turn.
      List.copyOf(batch).forEach(w -> commit(List.of(w)));
    }
  }

  private static String nameOf(Command command) {
    return command.getClass().getSimpleName();
  }
}
