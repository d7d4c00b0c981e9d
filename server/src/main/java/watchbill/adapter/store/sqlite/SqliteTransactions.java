package watchbill.adapter.store.sqlite;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import watchbill.adapter.store.sql.CannotOpenStore;
import watchbill.adapter.store.sql.Migrations;
import watchbill.adapter.store.sql.OpenStore;
import watchbill.adapter.store.sql.Round;
import watchbill.adapter.store.sql.Snapshots;
import watchbill.adapter.store.sql.StoreUnavailable;
import watchbill.engine.Stores;

/// Transactions on an embedded SQLite store: one writes at a time, a few read beside it.
public final class SqliteTransactions implements OpenStore {
  private final StoreFolder folder;
  private final SqliteConnection writer;
  private final List<SqliteConnection> readers = new ArrayList<>();
  private final BlockingQueue<SqliteConnection> idleReaders = new LinkedBlockingQueue<>();
  private final Checkpoints checkpoints;
  private final SpareRoom spare;

  /// Fair: a tick waits its turn behind one batch of a storm, not behind the storm.
  private final ReentrantLock writing = new ReentrantLock(true);

  private volatile boolean closed;

  private SqliteTransactions(StoreFolder folder, SqliteSettings settings) {
    this.folder = folder;
    Path file = folder.store();
    var snapshots = new Snapshots();
    writer = SqliteConnection.writer(file, settings, snapshots);
    Migrations migrations = Migrations.ofThisProgram();
    writer.transact(_ -> {
      migrations.run(writer.sql());
      writer.loadHeldKeys();
      return true;
    });
    for (int i = 0; i < settings.readers(); i++) {
      readers.add(SqliteConnection.reader(file, settings, snapshots));
    }
    idleReaders.addAll(readers);
    spare = SpareRoom.in(folder.path());
    checkpoints = new Checkpoints(folder, settings, writing, spare::isGivenUp);
  }

  /// Opens the store in this folder, makes it if there is none, and brings it up to date.
  ///
  /// @throws watchbill.adapter.store.sql.CannotOpenStore if another process has it, or a newer
  ///   program wrote it
  public static SqliteTransactions open(Path folder) {
    return open(folder, SqliteSettings.DEFAULTS);
  }

  static SqliteTransactions open(Path folder, SqliteSettings settings) {
    StoreFolder taken = StoreFolder.take(folder);
    try {
      return new SqliteTransactions(taken, settings);
    } catch (StoreUnavailable e) {
      taken.close();
      throw new CannotOpenStore(taken.store() + " can't be opened: " + e.getMessage(), e);
    } catch (RuntimeException | Error e) {
      taken.close();
      throw e;
    }
  }

  @Override
  public <R> R write(Function<Stores, R> work) {
    if (writing.isHeldByCurrentThread()) {
      throw new IllegalStateException("a transaction within a transaction");
    }
    writing.lock();
    try {
      requireOpen();
      R result = writer.transact(work);
      spare.onCommit();
      return result;
    } catch (StoreUnavailable e) {
      spare.onFailure();
      throw e;
    } finally {
      writing.unlock();
      checkpoints.onCommit();
    }
  }

  @Override
  public <R> R read(Function<Stores, R> work) {
    SqliteConnection reader = idleReader();
    try {
      return reader.transact(work);
    } finally {
      idleReaders.add(reader);
    }
  }

  /// The folder is locked for as long as the store is open.
  @Override
  public boolean isOurs() {
    return true;
  }

  @Override
  public boolean isFull() {
    return spare.isGivenUp();
  }

  /// One node has the folder, so every round is its own.
  @Override
  public boolean takeRound(Round round, Instant now) {
    return true;
  }

  @Override
  public void endRound(Round round, Instant now) {
    requireOpen();
  }

  @Override
  public Optional<Duration> clockAhead(Instant now) {
    return Optional.empty();
  }

  /// Waits for what is being written or read, then carries the log over and lets the folder go.
  @Override
  public void close() {
    writing.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
    } finally {
      writing.unlock();
    }
    checkpoints.close();
    readers.forEach(_ -> take().close());
    writer.close(); // The last to close: SQLite carries the log over and removes it.
    folder.close();
  }

  /// For tests that make the disk smaller.
  SqliteConnection writer() {
    return writer;
  }

  private SqliteConnection idleReader() {
    requireOpen();
    SqliteConnection reader = take();
    if (closed) {
      idleReaders.add(reader); // For whoever is closing it.
      requireOpen();
    }
    return reader;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the store was closed");
    }
  }

  private SqliteConnection take() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return idleReaders.take();
        } catch (InterruptedException e) {
          interrupted = true; // A read is short; whoever interrupts learns of it afterwards.
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
