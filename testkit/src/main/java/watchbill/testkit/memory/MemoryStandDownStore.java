package watchbill.testkit.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.rota.request.StandDown;
import watchbill.rota.request.StandDownStore;
import watchbill.time.Span;

final class MemoryStandDownStore implements StandDownStore {
  private final Rows<String, StandDown> rows;

  MemoryStandDownStore(Rows<String, StandDown> rows) {
    this.rows = rows;
  }

  @Override
  public void add(StandDown standDown) {
    rows.add(standDown.id(), standDown);
  }

  @Override
  public void takeBack(String id, Instant at) {
    rows.find(id)
        .filter(s -> s.takenBackAt().isEmpty())
        .ifPresent(s -> rows.put(id, takenBack(s, at)));
  }

  @Override
  public List<StandDown> touching(Span span) {
    return rows.all().stream().filter(s -> s.span().overlaps(span)).toList();
  }

  private static StandDown takenBack(StandDown s, Instant at) {
    return new StandDown(s.id(), s.person(), s.span(), s.why(), s.by(), s.via(), Optional.of(at));
  }
}
