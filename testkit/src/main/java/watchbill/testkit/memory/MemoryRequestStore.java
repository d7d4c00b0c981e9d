package watchbill.testkit.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import watchbill.alert.EventId;
import watchbill.request.RequestOutcome;
import watchbill.request.RequestStore;

final class MemoryRequestStore implements RequestStore {
  private final Rows<String, RequestOutcome> rows;

  MemoryRequestStore(Rows<String, RequestOutcome> rows) {
    this.rows = rows;
  }

  @Override
  public void keep(RequestOutcome outcome) {
    rows.add(outcome.event().value(), outcome);
  }

  @Override
  public Optional<RequestOutcome> find(EventId event) {
    return rows.find(event.value());
  }

  @Override
  public void forget(Instant since, int limit) {
    List<RequestOutcome> old =
        rows.all().stream()
            .filter(o -> o.at().isBefore(since))
            .sorted(Comparator.comparing(RequestOutcome::at))
            .limit(limit)
            .toList();
    old.forEach(o -> rows.remove(o.event().value()));
  }
}
