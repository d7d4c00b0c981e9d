package watchbill.adapter.store.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import watchbill.alert.AlertId;
import watchbill.alert.AlertKey;

/// Which alert holds which key, in the memory of the one writer of a store.
///
/// An index and no state: it is made from the store as that opens, changes with each transaction
/// and is undone with it. It stands for an index in the file, where keys, being digests, would have
/// each new alert rewrite a page of its own: half of what it costs to take one in. About 130 bytes
/// for each alert that holds its key. For one thread at a time.
public final class HeldKeys {
  private static final String HELD = "SELECT key, id FROM standing WHERE holds_key = 1";

  private final Map<AlertKey, AlertId> holders = new HashMap<>();

  /// Whom a key belonged to before, in the order of the changes.
  private final List<Change> changes = new ArrayList<>();

  private record Change(AlertKey key, @Nullable AlertId before) {}

  private boolean inDoubt;

  /// Makes it anew from what the store holds. Within a transaction.
  public void load(Sql sql) {
    holders.clear();
    changes.clear();
    sql.of(HELD)
        .each(row -> {
          AlertKey key = AlertKey.ofBytes(row.bytes());
          holders.put(key, new AlertId(row.text()));
        });
    inDoubt = false;
  }

  /// A transaction begins.
  public void begin(Sql sql) {
    if (inDoubt) {
      load(sql);
    }
  }

  /// A commit failed: only the store knows what it holds now.
  public void doubt() {
    inDoubt = true;
  }

  /// The transaction is on disk.
  public void committed() {
    changes.clear();
  }

  /// The transaction was undone.
  public void undone() {
    for (Change change : changes.reversed()) {
      set(change.key(), change.before());
    }
    changes.clear();
  }

  /// The alerts that hold one of these keys.
  List<AlertId> holders(Collection<AlertKey> keys) {
    List<AlertId> found = new ArrayList<>();
    for (AlertKey key : keys) {
      AlertId holder = holders.get(key);
      if (holder != null) {
        found.add(holder);
      }
    }
    return found;
  }

  /// From now on this alert holds the key.
  ///
  /// @throws IllegalStateException if another one does
  void take(AlertKey key, AlertId alert) {
    AlertId before = set(key, alert);
    changes.add(new Change(key, before));
    if (before != null) {
      throw new IllegalStateException("both " + before + " and " + alert + " hold one key");
    }
  }

  /// From now on nobody holds these keys.
  void release(Collection<AlertKey> keys) {
    for (AlertKey key : keys) {
      AlertId before = set(key, null);
      if (before != null) {
        changes.add(new Change(key, before));
      }
    }
  }

  private @Nullable AlertId set(AlertKey key, @Nullable AlertId alert) {
    return alert == null ? holders.remove(key) : holders.put(key, alert);
  }
}
