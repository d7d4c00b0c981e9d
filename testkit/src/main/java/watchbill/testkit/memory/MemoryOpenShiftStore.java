package watchbill.testkit.memory;

import java.util.List;
import java.util.Optional;
import watchbill.rota.request.OpenShift;
import watchbill.rota.request.OpenShiftStore;
import watchbill.time.Span;

final class MemoryOpenShiftStore implements OpenShiftStore {
  private final Rows<String, OpenShift> rows;

  MemoryOpenShiftStore(Rows<String, OpenShift> rows) {
    this.rows = rows;
  }

  @Override
  public void add(OpenShift shift) {
    rows.add(shift.id(), shift);
  }

  @Override
  public void save(OpenShift shift) {
    find(shift.id()).ifPresent(kept -> rows.put(kept.id(), kept.with(shift.state())));
  }

  @Override
  public Optional<OpenShift> find(String id) {
    return rows.find(id);
  }

  @Override
  public List<OpenShift> open() {
    return rows.all().stream().filter(OpenShift::isOpen).toList();
  }

  @Override
  public List<OpenShift> touching(Span span) {
    return rows.all().stream().filter(s -> s.span().overlaps(span)).toList();
  }
}
