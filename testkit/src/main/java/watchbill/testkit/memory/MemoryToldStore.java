package watchbill.testkit.memory;

import java.util.List;
import watchbill.rota.RotaId;
import watchbill.watch.Told;
import watchbill.watch.ToldStore;

final class MemoryToldStore implements ToldStore {
  private final Rows<String, Told> rows;

  MemoryToldStore(Rows<String, Told> rows) {
    this.rows = rows;
  }

  @Override
  public List<Told> of(RotaId rota) {
    return rows.all().stream().filter(t -> t.rota().equals(rota)).toList();
  }

  @Override
  public void keep(Told told) {
    rows.put(told.rota() + "\n" + told.role() + "\n" + told.person(), told);
  }
}
