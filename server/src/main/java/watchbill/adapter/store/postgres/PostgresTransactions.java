package watchbill.adapter.store.postgres;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.adapter.store.sql.LostToAnother;
import watchbill.adapter.store.sql.Migrations;
import watchbill.adapter.store.sql.OpenStore;
import watchbill.adapter.store.sql.Round;
import watchbill.adapter.store.sql.Snapshots;
import watchbill.adapter.store.sql.Sql;
import watchbill.adapter.store.sql.SqlClock;
import watchbill.adapter.store.sql.SqlRounds;
import watchbill.adapter.store.sql.SqlStores;
import watchbill.adapter.store.sql.StoreUnavailable;
import watchbill.engine.Stores;

/// Transactions on a PostgreSQL that several nodes share: of all of them one writes at a time, and
/// each reads as it likes.
public final class PostgresTransactions implements OpenStore {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresTransactions.class);

  /// The lock of all that write. Whoever waits for it gets it in the order in which they asked, so
  /// that a node in a storm does not starve another. It ends with the transaction, however it ends.
  ///
  /// The lock is let go as soon as the turn is committed, and not only when it is on disk: whoever
  /// comes next stands behind it in the log of the database, so that its turn is never kept without
  /// this one. Nobody is answered before [Pool.Lent#reachDisk].
  private static final String TAKE_TURN =
      "SET LOCAL synchronous_commit = off; LOCK TABLE turn IN EXCLUSIVE MODE";

  /// Before there are tables to lock. The number is ours, and means nothing.
  private static final String MIGRATE_ALONE = "SELECT pg_advisory_xact_lock(5719820)";

  /// Another node may be at it, on tables of any size.
  private static final String TAKE_YOUR_TIME =
      "SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0;"
          + " SET LOCAL idle_in_transaction_session_timeout = '1min'";

  private static final int TRIES = 5;

  private final PostgresSettings settings;
  private final Snapshots snapshots = new Snapshots();
  private final Pool writer;
  private final Pool readers;

  /// Fair, and beside the lock of the database: of one node, one thread at a time asks for that.
  private final ReentrantLock writing = new ReentrantLock(true);

  private PostgresTransactions(PostgresSettings settings, Pool writer, Pool readers) {
    this.settings = settings;
    this.writer = writer;
    this.readers = readers;
  }

  /// Connects, makes the tables if there are none, and brings them up to date.
  ///
  /// @throws watchbill.adapter.store.sql.CannotOpenStore if the database can't be used, or a newer
  ///   program wrote it
  public static PostgresTransactions open(PostgresAddress address) {
    return open(address, PostgresSettings.DEFAULTS);
  }

  static PostgresTransactions open(PostgresAddress address, PostgresSettings settings) {
    Pool writer = Pool.writer(address, settings);
    try {
      Migrations migrations = Migrations.ofThisProgram();
      writer.transact(sql -> {
        sql.once(TAKE_YOUR_TIME);
        sql.once(MIGRATE_ALONE);
        migrations.run(sql);
        return true;
      });
      return new PostgresTransactions(settings, writer, Pool.readers(address, settings));
    } catch (RuntimeException | Error e) {
      writer.close();
      throw e;
    }
  }

  @Override
  public <R> R write(Function<Stores, R> work) {
    return writeAlone(sql -> {
      sql.once(TAKE_TURN);
      return work.apply(SqlStores.over(sql, snapshots));
    });
  }

  @Override
  public <R> R read(Function<Stores, R> work) {
    return readers.transact(sql -> work.apply(SqlStores.over(sql, snapshots)));
  }

  @Override
  public boolean isOurs() {
    return false;
  }

  /// The database looks after its own disk.
  @Override
  public boolean isFull() {
    return false;
  }

  @Override
  public boolean takeRound(Round round, Instant now) {
    return writeAlone(sql -> SqlRounds.take(sql, round, now));
  }

  @Override
  public void endRound(Round round, Instant now) {
    writeAlone(sql -> {
      SqlRounds.end(sql, round, now);
      return true;
    });
  }

  @Override
  public Optional<Duration> clockAhead(Instant now) {
    return Optional.of(Duration.between(readers.transact(SqlClock::read), now));
  }

  @Override
  public void close() {
    writing.lock();
    try {
      writer.close();
      readers.close();
    } finally {
      writing.unlock();
    }
  }

  /// One thread of this node at a time.
  private <R> R writeAlone(Function<Sql, R> work) {
    if (writing.isHeldByCurrentThread()) {
      throw new IllegalStateException("a transaction within a transaction");
    }
    takeTurnOfThisNode();
    boolean mine = true;
    try (Pool.Lent lent = writer.lend()) {
      R result = untilNobodyComesFirst(lent, work);
      writing.unlock();
      mine = false;
      lent.reachDisk();
      return result;
    } finally {
      if (mine) {
        writing.unlock();
      }
    }
  }

  /// What was undone in favour of another is done again from its beginning, with the same commands
  /// and the same `now`: nothing of it was kept, and nobody was told.
  private static <R> R untilNobodyComesFirst(Pool.Lent lent, Function<Sql, R> work) {
    for (int i = 1; ; i++) {
      try {
        return lent.transact(work);
      } catch (LostToAnother e) {
        if (i == TRIES) {
          throw e;
        }
        LOG.info("a turn is run again: {}", e.getMessage());
      }
    }
  }

  private void takeTurnOfThisNode() {
    try {
      if (!writing.tryLock(settings.answer().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new StoreUnavailable("other turns of this node take too long");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable("interrupted while waiting for a turn", e);
    }
  }
}
