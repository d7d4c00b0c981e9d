package watchbill.server.outbox;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Whether this node reaches its store, by what became of its last turns.
///
/// A node that stood still learns nothing from how long ago something was: it must fail anew, for
/// as long as any other, before it says that the store is away.
public final class Reach {
  /// So long must every turn fail: a connection that is made anew, or a database that starts again,
  /// is quicker.
  static final Duration AWAY_AFTER = Duration.ofSeconds(15);

  /// A turn on a store that is away fails sooner than this. Who heard of no turn for longer stood
  /// still.
  static final Duration HEARD_WITHIN = Duration.ofSeconds(14);

  private final LongSupplier nanoTime;
  private @Nullable Long failingSince;
  private long lastFailure;

  public Reach() {
    this(System::nanoTime);
  }

  Reach(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /// A turn reached the disk.
  public synchronized void reached() {
    failingSince = null;
  }

  /// The store could not be used for a turn.
  public synchronized void missed() {
    long now = nanoTime.getAsLong();
    if (failingSince == null || now - lastFailure > HEARD_WITHIN.toNanos()) {
      failingSince = now;
    }
    lastFailure = now;
  }

  /// Whether the last turn was kept.
  synchronized boolean isWell() {
    return failingSince == null;
  }

  /// Whether the store has been away for so long that nobody can wait for it.
  synchronized boolean isAway() {
    long now = nanoTime.getAsLong();
    return failingSince != null
        && now - failingSince >= AWAY_AFTER.toNanos()
        && now - lastFailure <= HEARD_WITHIN.toNanos();
  }
}
