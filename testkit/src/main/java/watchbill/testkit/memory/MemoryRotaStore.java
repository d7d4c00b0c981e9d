package watchbill.testkit.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import watchbill.rota.RotaHistory;
import watchbill.rota.RotaId;
import watchbill.rota.RotaStore;
import watchbill.rota.RotaVersion;
import watchbill.time.Span;

final class MemoryRotaStore implements RotaStore {
  private final Rows<Long, RotaVersion> rows;

  MemoryRotaStore(Rows<Long, RotaVersion> rows) {
    this.rows = rows;
  }

  @Override
  public void add(RotaVersion version) {
    rows.add((long) rows.all().size(), version);
  }

  @Override
  public List<RotaVersion> inEffect(Span span) {
    List<RotaVersion> found = new ArrayList<>();
    byRota().forEach((id, made) -> found.addAll(inEffect(RotaHistory.of(id, made), span)));
    return found;
  }

  @Override
  public List<RotaVersion> latest() {
    return byRota().values().stream().map(List::getLast).toList();
  }

  @Override
  public List<RotaVersion> made(RotaId rota, int limit) {
    return rows.newestFirst().stream()
        .filter(v -> v.rota().id().equals(rota))
        .limit(limit)
        .toList();
  }

  private static List<RotaVersion> inEffect(RotaHistory history, Span span) {
    List<RotaVersion> versions = history.versions();
    int first = 0;
    while (first + 1 < versions.size() && !versions.get(first + 1).from().isAfter(span.from())) {
      first++;
    }
    Stream<RotaVersion> held = versions.stream().skip(first);
    return held.filter(v -> v.from().isBefore(span.until())).toList();
  }

  private Map<RotaId, List<RotaVersion>> byRota() {
    Map<RotaId, List<RotaVersion>> made = new TreeMap<>(Comparator.comparing(RotaId::handle));
    rows.all().forEach(v -> made.computeIfAbsent(v.rota().id(), _ -> new ArrayList<>()).add(v));
    return new LinkedHashMap<>(made);
  }
}
