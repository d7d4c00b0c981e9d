package watchbill.testkit.memory;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Rows as one transaction sees them: those committed before it, until its first change makes a
/// copy.
final class Rows<K extends Comparable<K>, V> {
  /// What a transaction may do with its rows.
  enum Access {
    READ,
    WRITE,
    OVER
  }

  private NavigableMap<K, V> rows;
  private boolean copied;
  private Access access;

  Rows(NavigableMap<K, V> committed, Access access) {
    this.rows = committed;
    this.access = access;
  }

  static <K extends Comparable<K>, V> NavigableMap<K, V> none() {
    return Collections.emptyNavigableMap();
  }

  Optional<V> find(K key) {
    return Optional.ofNullable(seen().get(key));
  }

  Collection<V> all() {
    return Collections.unmodifiableCollection(seen().values());
  }

  Set<Map.Entry<K, V>> entries() {
    return Collections.unmodifiableSet(seen().entrySet());
  }

  Collection<V> newestFirst() {
    return Collections.unmodifiableCollection(seen().descendingMap().values());
  }

  Collection<V> after(K key) {
    return Collections.unmodifiableCollection(seen().tailMap(key, false).values());
  }

  @Nullable V last() {
    var last = seen().lastEntry();
    return last == null ? null : last.getValue();
  }

  void put(K key, V value) {
    own().put(key, value);
  }

  /// Puts what was not there before; a second one is a bug of whoever made the key.
  void add(K key, V value) {
    if (own().putIfAbsent(key, value) != null) {
      throw new IllegalStateException("there is a row already: " + key);
    }
  }

  void remove(K key) {
    own().remove(key);
  }

  /// What is committed if the transaction is; nobody can use these rows from now on.
  NavigableMap<K, V> end() {
    access = Access.OVER;
    return rows;
  }

  private NavigableMap<K, V> seen() {
    if (access == Access.OVER) {
      throw new IllegalStateException("a store is of no use once its transaction is over");
    }
    return rows;
  }

  private NavigableMap<K, V> own() {
    if (access != Access.WRITE) {
      throw new IllegalStateException("this transaction may not write: it is " + access);
    }
    if (!copied) {
      rows = new TreeMap<>(rows);
      copied = true;
    }
    return rows;
  }
}
