package watchbill.testkit.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.alert.AlertId;
import watchbill.alert.AlertKey;
import watchbill.restraint.RestraintStore;
import watchbill.testkit.memory.MemoryState.AlertRow;
import watchbill.testkit.memory.MemoryState.OpeningRow;

final class MemoryRestraintStore implements RestraintStore {
  private static final String RULES = "rules";

  private final Rows<String, AlertRow> alerts;
  private final Rows<String, Inhibitor> inhibitors;
  private final Rows<String, String> names;
  private final Rows<AlertKey, OpeningRow> openings;

  MemoryRestraintStore(
      Rows<String, AlertRow> alerts,
      Rows<String, Inhibitor> inhibitors,
      Rows<String, String> names,
      Rows<AlertKey, OpeningRow> openings) {
    this.alerts = alerts;
    this.inhibitors = inhibitors;
    this.names = names;
    this.openings = openings;
  }

  @Override
  public void inhibits(List<Inhibitor> more) {
    more.forEach(i -> inhibitors.put(i.digest() + "/" + i.alert(), i));
  }

  @Override
  public Optional<AlertId> inhibitor(String digest, boolean exceptBothSides) {
    return inhibitors.after(digest + "/").stream()
        .takeWhile(i -> i.digest().equals(digest))
        .filter(i -> !(exceptBothSides && i.bothSides()))
        .map(Inhibitor::alert)
        .filter(this::isOpen)
        .findFirst();
  }

  @Override
  public Optional<String> rules() {
    return names.find(RULES);
  }

  @Override
  public void rules(String name) {
    List.copyOf(inhibitors.all()).forEach(i -> inhibitors.remove(i.digest() + "/" + i.alert()));
    names.put(RULES, name);
  }

  @Override
  public Map<AlertKey, List<Instant>> openings(Collection<AlertKey> keys) {
    Map<AlertKey, List<Instant>> found = new HashMap<>();
    for (AlertKey key : keys) {
      openings.find(key).ifPresent(row -> found.put(key, row.openings()));
    }
    return found;
  }

  @Override
  public void opened(Map<AlertKey, List<Instant>> more, Instant forgetAt) {
    more.forEach((key, at) -> openings.put(key, new OpeningRow(key, List.copyOf(at), forgetAt)));
  }

  @Override
  public void ended(Map<AlertKey, Instant> firstOpenings, Instant forgetAt) {
    firstOpenings.forEach((key, first) -> {
      List<Instant> known = openings.find(key).map(OpeningRow::openings).orElse(List.of(first));
      openings.put(key, new OpeningRow(key, known, forgetAt));
    });
  }

  @Override
  public int forget(Instant now, int limit) {
    List<AlertKey> due =
        openings.all().stream()
            .filter(row -> !now.isBefore(row.forgetAt()))
            .map(OpeningRow::key)
            .limit(limit)
            .toList();
    due.forEach(openings::remove);
    return due.size();
  }

  private boolean isOpen(AlertId alert) {
    return alerts.find(alert.value()).filter(row -> row.alert().state().isOpen()).isPresent();
  }
}
