package watchbill.testkit.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.outage.Outage;
import watchbill.outage.OutageStore;
import watchbill.outage.Restored;

final class MemoryOutageStore implements OutageStore {
  private static final String ONLY = "";

  private final Rows<Instant, Outage> outages;
  private final Rows<String, Restored> restored;

  MemoryOutageStore(Rows<Instant, Outage> outages, Rows<String, Restored> restored) {
    this.outages = outages;
    this.restored = restored;
  }

  @Override
  public void add(Outage outage) {
    outages.put(outage.until(), outage);
  }

  @Override
  public List<Outage> endedAfter(Instant since, int limit) {
    return outages.newestFirst().stream()
        .filter(o -> o.until().isAfter(since))
        .limit(limit)
        .toList();
  }

  @Override
  public void mark(Restored mark) {
    restored.put(ONLY, mark);
  }

  @Override
  public Optional<Restored> marked() {
    return restored.find(ONLY);
  }

  @Override
  public void unmark() {
    restored.remove(ONLY);
  }
}
