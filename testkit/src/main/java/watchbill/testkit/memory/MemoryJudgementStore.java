package watchbill.testkit.memory;

import java.util.Optional;
import watchbill.alert.PageId;
import watchbill.noise.Judged;
import watchbill.noise.JudgementStore;

final class MemoryJudgementStore implements JudgementStore {
  private final Rows<String, Judged> rows;

  MemoryJudgementStore(Rows<String, Judged> rows) {
    this.rows = rows;
  }

  @Override
  public void put(Judged judged) {
    rows.put(judged.page().value(), judged);
  }

  @Override
  public Optional<Judged> of(PageId page) {
    return rows.find(page.value());
  }
}
