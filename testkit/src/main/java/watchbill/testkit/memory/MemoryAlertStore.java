package watchbill.testkit.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import watchbill.alert.Alert;
import watchbill.alert.AlertId;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertState;
import watchbill.alert.AlertStore;
import watchbill.alert.Condition;
import watchbill.alert.KnownAlert;
import watchbill.alert.PageId;
import watchbill.catalog.Urgency;
import watchbill.testkit.memory.MemoryState.AlertRow;

final class MemoryAlertStore implements AlertStore {
  private static final Set<String> LET_GO =
      Set.of(AlertState.Resolved.BY_SOURCE, AlertState.Resolved.BY_LEASE);

  private final Rows<String, AlertRow> rows;
  private final Rows<AlertKey, String> holders;

  MemoryAlertStore(Rows<String, AlertRow> rows, Rows<AlertKey, String> holders) {
    this.rows = rows;
    this.holders = holders;
  }

  @Override
  public Map<AlertKey, KnownAlert> known(Collection<AlertKey> keys) {
    Map<AlertKey, KnownAlert> known = new HashMap<>();
    for (AlertKey key : keys) {
      holders.find(key).flatMap(rows::find).ifPresent(row -> known.put(key, known(row)));
    }
    return known;
  }

  @Override
  public void open(List<Alert> alerts) {
    for (Alert alert : alerts) {
      rows.add(alert.id().value(), new AlertRow(alert, urgency(alert.condition())));
      if (alert.state().isOpen()) {
        holders.put(alert.key(), alert.id().value());
      }
    }
  }

  @Override
  public void refresh(List<Refresh> refreshes) {
    for (Refresh refresh : refreshes) {
      AlertRow row = open(refresh.alert().id());
      Alert a = row.alert();
      Condition condition = refresh.news().orElse(a.condition());
      Alert again =
          a.reportedAgain(
              condition,
              refresh.leaseUntil(),
              refresh.seenAt(),
              refresh.count(),
              refresh.lastEvent());
      put(new AlertRow(again, greater(row.urgency(), urgency(condition))));
    }
  }

  @Override
  public void move(List<AlertId> alerts, PageId page) {
    for (AlertId id : alerts) {
      AlertRow row = open(id);
      put(new AlertRow(row.alert().movedTo(page), row.urgency()));
    }
  }

  @Override
  public void resolve(List<AlertId> alerts, AlertState.Resolved how) {
    for (AlertId id : alerts) {
      AlertRow row = rows.find(id.value()).orElseThrow();
      if (row.alert().state().isOpen()) {
        put(new AlertRow(row.alert().over(how), row.urgency()));
        if (LET_GO.contains(how.by())) {
          holders.remove(row.alert().key());
        }
      }
    }
  }

  @Override
  public List<KnownAlert> leasesRunOut(Instant now, int limit) {
    return open(a -> a.leaseUntil().filter(l -> !now.isBefore(l)).isPresent())
        .limit(limit)
        .map(MemoryAlertStore::known)
        .toList();
  }

  @Override
  public void holdLeases(Instant until) {
    for (AlertRow row : open(a -> a.leaseUntil().filter(until::isAfter).isPresent()).toList()) {
      put(new AlertRow(row.alert().leasedUntil(until), row.urgency()));
    }
  }

  @Override
  public List<KnownAlert> openOf(PageId page, int limit) {
    return open(a -> a.page().equals(page)).limit(limit).map(MemoryAlertStore::known).toList();
  }

  @Override
  public List<Alert> of(PageId page, int limit) {
    return rows.all().stream()
        .map(AlertRow::alert)
        .filter(a -> a.page().equals(page))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Alert> find(AlertId id) {
    return rows.find(id.value()).map(AlertRow::alert);
  }

  private Stream<AlertRow> open(Predicate<Alert> which) {
    return rows.all().stream()
        .filter(row -> row.alert().state().isOpen() && which.test(row.alert()));
  }

  private AlertRow open(AlertId id) {
    return rows.find(id.value()).filter(row -> row.alert().state().isOpen()).orElseThrow();
  }

  private void put(AlertRow row) {
    rows.put(row.alert().id().value(), row);
  }

  private static Urgency urgency(Condition condition) {
    return condition.severity().urgency();
  }

  private static Urgency greater(Urgency one, Urgency other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static KnownAlert known(AlertRow row) {
    return row.alert().known(row.urgency());
  }
}
