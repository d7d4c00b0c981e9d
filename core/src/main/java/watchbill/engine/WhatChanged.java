package watchbill.engine;

import java.util.Comparator;
import java.util.List;
import watchbill.catalog.Catalog;
import watchbill.catalog.ServiceId;
import watchbill.change.Change;
import watchbill.change.ChangeStore;
import watchbill.change.Changes;
import watchbill.escalation.Page;

/// Which changes came shortly before a page, of its service and of all it depends on.
///
/// That they came before is all that is known: none of them is called a cause.
public final class WhatChanged {
  private static final int SERVICES_MAX = 50;
  private static final Comparator<Change> NEWEST_FIRST =
      Comparator.comparing(Change::at).thenComparing(c -> c.id().value()).reversed();

  private WhatChanged() {}

  /// At most `limit` changes, newest first.
  public static List<Change> before(Page page, Catalog catalog, Stores stores, int limit) {
    // A change at the very instant of the page came before it, too.
    var window =
        new ChangeStore.Window(
            page.openedAt().minus(Changes.SHOWN_BEFORE), page.openedAt().plusNanos(1000));
    List<ServiceId> services = catalog.withDependencies(page.service(), SERVICES_MAX);
    return services.stream()
        .flatMap(s -> stores.changes().of(s, window, limit).stream())
        .sorted(NEWEST_FIRST)
        .limit(limit)
        .toList();
  }
}
