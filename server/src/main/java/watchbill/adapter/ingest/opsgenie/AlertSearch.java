package watchbill.adapter.ingest.opsgenie;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.alert.PageId;
import watchbill.catalog.IntegrationId;
import watchbill.engine.Stores;
import watchbill.escalation.Page;
import watchbill.request.NumberedAlert;
import watchbill.request.NumberedAlerts.Listing;

/// Looks for alerts, and looks at no more than [#LOOKED_AT_MAX] of them.
final class AlertSearch {
  static final int LOOKED_AT_MAX = 20_000;
  private static final int AT_ONCE = 500;

  private final Stores stores;
  private final IntegrationId integration;
  private final Map<PageId, Optional<Page>> pages = new HashMap<>();

  AlertSearch(Stores stores, IntegrationId integration) {
    this.stores = stores;
    this.integration = integration;
  }

  /// What is wanted of the alerts that satisfy a query.
  record Wanted(AlertQuery query, Order order, int offset, int limit) {}

  /// In which order.
  ///
  /// @param by empty for the order in which they opened, which costs nothing
  record Order(Optional<Comparator<ShownAlert>> by, boolean newestFirst) {}

  /// What was found; nothing when too many alerts would have had to be looked at.
  sealed interface Found {
    record Alerts(List<ShownAlert> alerts) implements Found {}

    record Count(long count) implements Found {}

    record TooMany() implements Found {}
  }

  Found list(Wanted wanted) {
    boolean sorts = wanted.order().by().isPresent();
    int enough = sorts ? Integer.MAX_VALUE : wanted.offset() + wanted.limit();
    Optional<List<ShownAlert>> found =
        matching(wanted.query(), wanted.order().newestFirst(), enough);
    if (found.isEmpty()) {
      return new Found.TooMany();
    }
    List<ShownAlert> alerts = found.get();
    wanted.order().by().ifPresent(alerts::sort);
    int from = Math.min(wanted.offset(), alerts.size());
    int until = Math.min(from + wanted.limit(), alerts.size());
    return new Found.Alerts(List.copyOf(alerts.subList(from, until)));
  }

  Found count(AlertQuery query) {
    if (query.isPlain()) {
      return new Found.Count(stores.numbered().count(integration, query.which()));
    }
    return matching(query, true, Integer.MAX_VALUE)
        .<Found>map(alerts -> new Found.Count(alerts.size()))
        .orElse(new Found.TooMany());
  }

  ShownAlert shown(NumberedAlert numbered) {
    Optional<Page> page =
        numbered.alert().page().flatMap(id -> pages.computeIfAbsent(id, stores.pages()::find));
    return ShownAlert.of(numbered, page);
  }

  /// The first `enough` that match; empty when they are not among those that may be looked at.
  private Optional<List<ShownAlert>> matching(AlertQuery query, boolean newestFirst, int enough) {
    List<ShownAlert> found = new ArrayList<>();
    Listing listing = Listing.of(integration, query.which(), newestFirst);
    for (int lookedAt = 0; lookedAt < LOOKED_AT_MAX; lookedAt += AT_ONCE) {
      List<NumberedAlert> some = stores.numbered().list(listing, AT_ONCE);
      for (NumberedAlert numbered : some) {
        if (newestFirst && isTooOld(query, numbered)) {
          return Optional.of(found);
        }
        ShownAlert alert = shown(numbered);
        if (query.test().test(alert)) {
          found.add(alert);
          if (found.size() == enough) {
            return Optional.of(found);
          }
        }
      }
      if (some.size() < AT_ONCE) {
        return Optional.of(found);
      }
      listing = listing.after(some.getLast());
    }
    return Optional.empty();
  }

  private static boolean isTooOld(AlertQuery query, NumberedAlert numbered) {
    return query.openedFrom().filter(numbered.alert().openedAt()::isBefore).isPresent();
  }
}
