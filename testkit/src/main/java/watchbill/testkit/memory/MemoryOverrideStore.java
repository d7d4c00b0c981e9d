package watchbill.testkit.memory;

import java.time.Instant;
import java.util.List;
import watchbill.rota.OverrideStore;
import watchbill.rota.RotaOverride;
import watchbill.time.Span;

final class MemoryOverrideStore implements OverrideStore {
  private final Rows<String, RotaOverride> rows;

  MemoryOverrideStore(Rows<String, RotaOverride> rows) {
    this.rows = rows;
  }

  @Override
  public void add(RotaOverride override) {
    rows.add(override.id(), override);
  }

  @Override
  public List<RotaOverride> touching(Span span) {
    return rows.all().stream().filter(o -> o.span().overlaps(span)).toList();
  }

  @Override
  public List<RotaOverride> inForce(Instant at) {
    return rows.all().stream().filter(o -> o.span().contains(at)).toList();
  }
}
