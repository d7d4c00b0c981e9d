package watchbill.adapter.store.sqlite;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.adapter.store.sql.StoreUnavailable;

/// Carries what the log holds over to the database file, beside the writer, and keeps the log
/// short.
///
/// SQLite starts its log anew only when all of it was carried over, which never happens beside a
/// writer that does not pause. So the bulk is carried over while the writer goes on, and the small
/// rest between two of its transactions.
final class Checkpoints implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

  private static final long LOOK_EVERY_MILLIS = 100;

  /// A log that was carried over is written anew from its beginning, and grows no more.
  private static final long FRAMES_WHEN_FULL = 128;

  /// Passes beside the writer, each over what was written during the one before.
  private static final int PASSES = 2;

  private final StoreFolder folder;
  private final SqliteConnection connection;
  private final Lock writing;
  private final long framesMax;
  private final BooleanSupplier isFull;
  private final Semaphore committed = new Semaphore(0);
  private final Thread thread;
  private boolean failing;

  /// Starts looking after the log.
  ///
  /// @param writing held by whoever writes
  /// @param isFull whether the disk has no room for a long log
  Checkpoints(StoreFolder folder, SqliteSettings settings, Lock writing, BooleanSupplier isFull) {
    this.folder = folder;
    this.connection = SqliteConnection.carrier(folder.store(), settings);
    this.writing = writing;
    this.framesMax = settings.logFramesMax();
    this.isFull = isFull;
    this.thread = Thread.ofPlatform().name("store-checkpoints").daemon().start(this::lookAfterLog);
  }

  /// The log has grown.
  void onCommit() {
    if (committed.availablePermits() == 0) {
      committed.release();
    }
  }

  @Override
  public void close() {
    thread.interrupt(); // Noticed between two looks; SQLite itself knows no interruption.
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true; // It ends within one look; to close halfway would help nobody.
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    connection.close();
  }

  private void lookAfterLog() {
    try {
      while (true) {
        committed.acquire();
        committed.drainPermits();
        look();
        Thread.sleep(LOOK_EVERY_MILLIS);
      }
    } catch (InterruptedException closing) {
      // The connection that closes last carries over what is left.
    }
  }

  private void look() {
    try {
      if (backlog() >= (isFull.getAsBoolean() ? FRAMES_WHEN_FULL : framesMax)) {
        carryOver();
      }
      failing = false;
    } catch (StoreUnavailable e) {
      // The log keeps what is committed; the next look tries again.
      if (!failing) {
        LOG.warn("the store's log can't be carried over and will grow: {}", e.getMessage());
      }
      failing = true;
    }
  }

  private void carryOver() {
    for (int pass = 0; pass < PASSES; pass++) {
      pass();
    }
    // SQLite itself has the file reach the disk only with the last pass, when writers wait.
    folder.flush();
    writing.lock();
    try {
      pass();
    } finally {
      writing.unlock();
    }
  }

  private void pass() {
    connection.pragma("wal_checkpoint(PASSIVE)", 0);
  }

  /// Pages in the log that are not in the file yet.
  private long backlog() {
    long[] answer = connection.pragma("wal_checkpoint(NOOP)", 3);
    return answer[1] - answer[2];
  }
}
