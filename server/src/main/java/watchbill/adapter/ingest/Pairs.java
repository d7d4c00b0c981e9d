package watchbill.adapter.ingest;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A few names with their values, sorted by name, as one small array that never changes.
///
/// A hash map of seven labels costs six times the memory and three times the time, and an alert
/// storm makes a hundred thousand of them a second.
public final class Pairs extends AbstractMap<String, String> {
  /// Names and values in turn.
  private final String[] flat;

  private Pairs(String[] flat) {
    this.flat = flat;
  }

  /// Collects pairs in any order.
  public static final class Builder {
    private @Nullable String[] flat = new @Nullable String[16];
    private int end;

    /// Adds a pair; says no when the name is there already.
    public boolean add(String name, String value) {
      for (int i = 0; i < end; i += 2) {
        if (name.equals(flat[i])) {
          return false;
        }
      }
      if (end == flat.length) {
        flat = Arrays.copyOf(flat, end * 2);
      }
      // Senders sort their labels, so the place is nearly always the end.
      int at = end;
      while (at > 0 && Objects.requireNonNull(flat[at - 2]).compareTo(name) > 0) {
        flat[at] = flat[at - 2];
        flat[at + 1] = flat[at - 1];
        at -= 2;
      }
      flat[at] = name;
      flat[at + 1] = value;
      end += 2;
      return true;
    }

    public int size() {
      return end / 2;
    }

    public void clear() {
      end = 0;
    }

    /// What was collected; and the builder is as new.
    public Pairs take() {
      String[] taken = new String[end];
      System.arraycopy(flat, 0, taken, 0, end);
      end = 0;
      return new Pairs(taken);
    }
  }

  public String name(int index) {
    return flat[2 * index];
  }

  public String value(int index) {
    return flat[2 * index + 1];
  }

  @Override
  public int size() {
    return flat.length / 2;
  }

  @Override
  public @Nullable String get(@Nullable Object name) {
    for (int i = 0; i < flat.length; i += 2) {
      if (flat[i].equals(name)) {
        return flat[i + 1];
      }
    }
    return null;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return get(name) != null;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super String> action) {
    for (int i = 0; i < flat.length; i += 2) {
      action.accept(flat[i], flat[i + 1]);
    }
  }

  /// As every map's is, without making an entry of each pair.
  @Override
  public int hashCode() {
    int hash = 0;
    for (int i = 0; i < flat.length; i += 2) {
      hash += flat[i].hashCode() ^ flat[i + 1].hashCode();
    }
    return hash;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Pairs p ? Arrays.equals(flat, p.flat) : super.equals(other);
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return Pairs.this.size();
      }

      @Override
      public Iterator<Map.Entry<String, String>> iterator() {
        return new Entries();
      }
    };
  }

  private final class Entries implements Iterator<Map.Entry<String, String>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < size();
    }

    @Override
    public Map.Entry<String, String> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int index = next++;
      return Map.entry(name(index), value(index));
    }
  }
}
