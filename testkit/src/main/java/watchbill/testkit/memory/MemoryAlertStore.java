package watchbill.testkit.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
import watchbill.alert.Suppression;
import watchbill.catalog.IntegrationId;
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
      rows.add(
          alert.id().value(), new AlertRow(alert, urgency(alert.condition()), examineAt(alert)));
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
      Urgency urgency = greater(row.urgency(), urgency(condition));
      Alert labelled = refresh.added().map(again::labelled).orElse(again);
      put(new AlertRow(labelled, urgency, row.examineAt()));
    }
  }

  @Override
  public void label(AlertId alert, Map<String, String> added) {
    AlertRow row = rows.find(alert.value()).orElseThrow();
    put(new AlertRow(row.alert().labelled(added), row.urgency(), row.examineAt()));
  }

  @Override
  public void reword(AlertId alert, Condition words) {
    AlertRow row = rows.find(alert.value()).orElseThrow();
    Alert a = row.alert();
    Alert reworded = a.reportedAgain(words, a.leaseUntil(), a.lastSeenAt(), 0, a.lastEvent());
    put(new AlertRow(reworded, greater(row.urgency(), urgency(words)), row.examineAt()));
  }

  @Override
  public void move(List<AlertId> alerts, PageId page) {
    for (AlertId id : alerts) {
      AlertRow row = open(id);
      put(new AlertRow(row.alert().movedTo(page), row.urgency(), Optional.empty()));
    }
  }

  @Override
  public void suppress(List<AlertId> alerts, Suppression why) {
    for (AlertId id : alerts) {
      rows.find(id.value())
          .filter(row -> row.alert().state().isOpen())
          .ifPresent(
              row -> put(new AlertRow(row.alert().suppressed(why), row.urgency(), why.endsAt())));
    }
  }

  @Override
  public List<Alert> toExamine(Instant now, int limit) {
    return open(_ -> true)
        .filter(row -> row.examineAt().filter(at -> !now.isBefore(at)).isPresent())
        .sorted(Comparator.comparing(row -> row.examineAt().orElseThrow()))
        .map(AlertRow::alert)
        .limit(limit)
        .toList();
  }

  @Override
  public void examine(Suppression.Cause cause, String by, Instant at) {
    for (AlertRow row : open(a -> isBy(a, cause, by)).toList()) {
      Suppression why = row.alert().suppression().orElseThrow().endingAt(at);
      put(new AlertRow(row.alert().suppressed(why), row.urgency(), Optional.of(at)));
    }
  }

  @Override
  public List<Alert> suppressed(Suppression.Cause cause, String by, int limit) {
    return open(a -> isBy(a, cause, by)).map(AlertRow::alert).limit(limit).toList();
  }

  @Override
  public List<Alert> withoutPage(int limit) {
    return open(a -> a.page().isEmpty())
        .map(AlertRow::alert)
        .sorted(
            Comparator.comparing((Alert a) -> a.suppression().orElseThrow().cause().word())
                .thenComparing(a -> a.suppression().orElseThrow().subject())
                .thenComparing(a -> a.id().value()))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Alert> openAfter(Optional<Place> after, int limit) {
    return open(a -> a.page().isPresent())
        .map(AlertRow::alert)
        .sorted(Comparator.comparing(a -> spelt(place(a))))
        .filter(a -> after.isEmpty() || spelt(place(a)).compareTo(spelt(after.get())) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public List<Alert> allOpen(Place after, int limit) {
    return open(_ -> true)
        .map(AlertRow::alert)
        .sorted(Comparator.comparing(a -> spelt(Place.ofAny(a))))
        .filter(a -> spelt(Place.ofAny(a)).compareTo(spelt(after)) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public List<Alert> openWith(
      IntegrationId of, Map<String, String> labels, Place after, int limit) {
    return allOpen(after, Integer.MAX_VALUE).stream()
        .filter(a -> a.integration().equals(of))
        .filter(a -> a.shown().labels().entrySet().containsAll(labels.entrySet()))
        .limit(limit)
        .toList();
  }

  @Override
  public void resolve(List<AlertId> alerts, AlertState.Resolved how) {
    Set<String> over = new HashSet<>();
    for (AlertId id : alerts) {
      AlertRow row = rows.find(id.value()).orElseThrow();
      if (row.alert().state().isOpen()) {
        put(new AlertRow(row.alert().over(how), row.urgency(), Optional.empty()));
        over.add(id.value());
        if (LET_GO.contains(how.by())) {
          holders.remove(row.alert().key());
        }
      }
    }
    examineTargets(over, how.at());
  }

  @Override
  public List<Alert> leasesRunOut(Instant now, int limit) {
    return open(a -> a.leaseUntil().filter(l -> !now.isBefore(l)).isPresent())
        .limit(limit)
        .map(AlertRow::alert)
        .toList();
  }

  @Override
  public void goQuiet(List<AlertId> alerts, Instant since, Optional<Instant> until) {
    for (AlertId id : alerts) {
      AlertRow row = open(id);
      put(new AlertRow(row.alert().quiet(since, until), row.urgency(), row.examineAt()));
    }
  }

  @Override
  public void examineAll(Instant at) {
    for (AlertRow row : open(a -> a.suppression().isPresent()).toList()) {
      put(new AlertRow(row.alert(), row.urgency(), Optional.of(at)));
    }
  }

  /// Looks at what these explained.
  private void examineTargets(Set<String> sources, Instant at) {
    for (AlertRow row : open(a -> isExplained(a, sources)).toList()) {
      put(new AlertRow(row.alert(), row.urgency(), Optional.of(at)));
    }
  }

  @Override
  public void holdLeases(Instant until) {
    for (AlertRow row : open(a -> a.leaseUntil().filter(until::isAfter).isPresent()).toList()) {
      put(new AlertRow(row.alert().leasedUntil(until), row.urgency(), row.examineAt()));
    }
  }

  @Override
  public List<KnownAlert> openOf(PageId page, int limit) {
    return open(a -> a.page().equals(Optional.of(page)))
        .limit(limit)
        .map(MemoryAlertStore::known)
        .toList();
  }

  @Override
  public List<Alert> of(PageId page, int limit) {
    return rows.all().stream()
        .map(AlertRow::alert)
        .filter(a -> a.page().equals(Optional.of(page)))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Alert> find(AlertId id) {
    return rows.find(id.value()).map(AlertRow::alert);
  }

  private static Optional<Instant> examineAt(Alert alert) {
    return alert.suppression().flatMap(Suppression::endsAt);
  }

  private static boolean isBy(Alert alert, Suppression.Cause cause, String by) {
    return alert
        .suppression()
        .filter(s -> s.cause() == cause && s.subject().equals(by))
        .isPresent();
  }

  private static boolean isExplained(Alert alert, Set<String> sources) {
    return alert
        .suppression()
        .filter(s -> s.cause() == Suppression.Cause.INHIBITION && sources.contains(s.subject()))
        .isPresent();
  }

  private static Place place(Alert alert) {
    return new Place(alert.page().orElseThrow(), alert.id());
  }

  /// A blank stands before every letter of an id, and so those without a page before all others.
  private static String spelt(Place place) {
    return place.page().value() + " " + place.alert().value();
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
