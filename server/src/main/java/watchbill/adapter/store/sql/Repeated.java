package watchbill.adapter.store.sql;

import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The text of a statement about many values: a head, one part for each value, a tail.
final class Repeated {
  private final String head;
  private final String part;
  private final String tail;
  private final Map<Integer, String> texts = new ConcurrentHashMap<>();

  Repeated(String head, String part, String tail) {
    this.head = head;
    this.part = part;
    this.tail = tail;
  }

  String times(int count) {
    return texts.computeIfAbsent(
        count, n -> head + String.join(", ", Collections.nCopies(n, part)) + tail);
  }
}
