package watchbill.testkit.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import watchbill.alert.AlertKey;
import watchbill.alert.EventName;
import watchbill.alert.HeardEvents;

final class MemoryHeardEvents implements HeardEvents {
  private final Rows<AlertKey, Instant> rows;

  MemoryHeardEvents(Rows<AlertKey, Instant> rows) {
    this.rows = rows;
  }

  @Override
  public Set<EventName> heard(Collection<EventName> names) {
    return names.stream()
        .filter(name -> rows.find(key(name)).isPresent())
        .collect(Collectors.toSet());
  }

  @Override
  public void add(Collection<EventName> names, Instant at) {
    names.stream()
        .filter(name -> rows.find(key(name)).isEmpty())
        .forEach(name -> rows.put(key(name), at));
  }

  @Override
  public int forget(Instant before, int limit) {
    List<AlertKey> old =
        rows.entries().stream()
            .filter(row -> row.getValue().isBefore(before))
            .sorted(Map.Entry.comparingByValue())
            .limit(limit)
            .map(Map.Entry::getKey)
            .toList();
    old.forEach(rows::remove);
    return old.size();
  }

  private static AlertKey key(EventName name) {
    return AlertKey.ofBytes(name.digest());
  }
}
