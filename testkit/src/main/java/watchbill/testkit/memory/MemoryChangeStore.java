package watchbill.testkit.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.catalog.ServiceId;
import watchbill.change.Change;
import watchbill.change.ChangeStore;

final class MemoryChangeStore implements ChangeStore {
  private static final Comparator<Place> IN_ORDER =
      Comparator.comparing(Place::at).thenComparing(Place::id);
  private static final Comparator<Change> OLDEST_FIRST = Comparator.comparing(Place::of, IN_ORDER);

  private final Rows<String, Change> rows;

  MemoryChangeStore(Rows<String, Change> rows) {
    this.rows = rows;
  }

  @Override
  public void put(Change change) {
    Optional<Change> known =
        rows.all().stream()
            .filter(c -> c.integration().equals(change.integration()))
            .filter(c -> c.key().equals(change.key()))
            .findFirst();
    if (known.isEmpty()) {
      rows.add(change.id().value(), change);
    } else if (!known.get().at().isAfter(change.at())) {
      rows.put(known.get().id().value(), renewed(known.get(), change));
    }
  }

  @Override
  public List<Change> of(ServiceId service, Window window, int limit) {
    return within(window).filter(c -> c.service().equals(service)).limit(limit).toList();
  }

  @Override
  public List<Change> all(Window window, int limit) {
    return within(window).limit(limit).toList();
  }

  @Override
  public int forget(Instant before, int limit) {
    List<Change> old =
        rows.all().stream()
            .filter(c -> c.at().isBefore(before))
            .sorted(OLDEST_FIRST)
            .limit(limit)
            .toList();
    old.forEach(c -> rows.remove(c.id().value()));
    return old.size();
  }

  private Stream<Change> within(Window window) {
    return rows.all().stream()
        .filter(c -> !c.at().isBefore(window.from()))
        .filter(c -> IN_ORDER.compare(Place.of(c), window.before()) < 0)
        .sorted(OLDEST_FIRST.reversed());
  }

  private static Change renewed(Change known, Change again) {
    return new Change(
        known.id(),
        again.service(),
        known.integration(),
        again.summary(),
        again.source(),
        again.at(),
        known.receivedAt(),
        again.details());
  }
}
