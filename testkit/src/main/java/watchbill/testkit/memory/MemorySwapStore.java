package watchbill.testkit.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.rota.request.Swap;
import watchbill.rota.request.SwapStore;

final class MemorySwapStore implements SwapStore {
  private final Rows<String, Swap> rows;

  MemorySwapStore(Rows<String, Swap> rows) {
    this.rows = rows;
  }

  @Override
  public void add(Swap swap) {
    rows.add(swap.id(), swap);
  }

  @Override
  public void save(Swap swap) {
    find(swap.id()).ifPresent(kept -> rows.put(kept.id(), kept.with(swap.state())));
  }

  @Override
  public Optional<Swap> find(String id) {
    return rows.find(id);
  }

  @Override
  public List<Swap> open() {
    return rows.all().stream().filter(Swap::isOpen).toList();
  }

  @Override
  public List<Swap> of(PersonId person, Instant askedSince) {
    return rows.newestFirst().stream()
        .filter(s -> s.asker().equals(person) || s.other().equals(person))
        .filter(s -> !s.askedAt().isBefore(askedSince))
        .toList();
  }
}
