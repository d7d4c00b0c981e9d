package watchbill.adapter.store.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/// Cuts a set into pieces of a few fixed sizes, so that a few prepared statements do for any set.
final class Chunks {
  private static final int[] ASKED = {1, 8, 32, 128, 512};
  private static final int[] KEPT = {1, 4, 16, 64, 256};

  private Chunks() {}

  /// For `IN (…)`: the last piece is filled up by naming its last value again, which changes no
  /// answer.
  static <T> void toAsk(Collection<T> values, Consumer<List<T>> ask) {
    List<T> all = List.copyOf(values);
    int largest = ASKED[ASKED.length - 1];
    for (int from = 0; from < all.size(); from += largest) {
      int until = Math.min(from + largest, all.size());
      ask.accept(filled(all.subList(from, until)));
    }
  }

  /// For rows to insert: no row may come twice, so a set is cut into ever smaller pieces.
  static <T> void toKeep(List<T> rows, Consumer<List<T>> keep) {
    int from = 0;
    for (int i = KEPT.length - 1; i >= 0; i--) {
      for (; rows.size() - from >= KEPT[i]; from += KEPT[i]) {
        keep.accept(rows.subList(from, from + KEPT[i]));
      }
    }
  }

  private static <T> List<T> filled(List<T> values) {
    int size = values.size();
    for (int candidate : ASKED) {
      if (candidate == size) {
        return values;
      }
      if (candidate > size) {
        List<T> filled = new ArrayList<>(candidate);
        filled.addAll(values);
        while (filled.size() < candidate) {
          filled.add(values.getLast());
        }
        return filled;
      }
    }
    throw new IllegalArgumentException("cut it first: " + size);
  }
}
