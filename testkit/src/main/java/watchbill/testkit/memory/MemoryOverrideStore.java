package watchbill.testkit.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.rota.OverrideStore;
import watchbill.rota.RotaOverride;
import watchbill.time.Span;

final class MemoryOverrideStore implements OverrideStore {
  private final Rows<String, MemoryState.OverrideRow> rows;

  MemoryOverrideStore(Rows<String, MemoryState.OverrideRow> rows) {
    this.rows = rows;
  }

  @Override
  public void add(RotaOverride override) {
    rows.add(override.id(), new MemoryState.OverrideRow(override, false));
  }

  @Override
  public Optional<RotaOverride> find(String id) {
    return rows.find(id).filter(row -> !row.withdrawn()).map(MemoryState.OverrideRow::override);
  }

  @Override
  public void withdraw(String id, String by, Instant at) {
    find(id).ifPresent(o -> rows.put(id, new MemoryState.OverrideRow(o, true)));
  }

  @Override
  public void end(String id, Instant until) {
    rows.find(id)
        .ifPresent(row -> {
          RotaOverride o = row.override();
          var span = new Span(o.span().from(), until);
          var ended =
              new RotaOverride(
                  id, o.rota(), o.role(), span, o.change(), o.reason(), o.madeBy(), o.madeAt());
          rows.put(id, new MemoryState.OverrideRow(ended, row.withdrawn()));
        });
  }

  @Override
  public List<RotaOverride> touching(Span span) {
    return counting().filter(o -> o.span().overlaps(span)).toList();
  }

  @Override
  public List<RotaOverride> inForce(Instant at) {
    return counting().filter(o -> o.span().contains(at)).toList();
  }

  private Stream<RotaOverride> counting() {
    return rows.all().stream()
        .filter(row -> !row.withdrawn())
        .map(MemoryState.OverrideRow::override);
  }
}
