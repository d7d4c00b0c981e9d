package watchbill.adapter.ingest;

import java.util.Optional;
import java.util.function.Supplier;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;

/// Who may send: the integrations as they are declared now. And whoever takes note that one spoke.
@FunctionalInterface
public interface Senders extends Supplier<Catalog> {
  /// This one spoke. What it said may be refused all the same: it is not silent.
  default void heard(IntegrationId from) {}

  /// The integration of this kind with this key, which has spoken by bringing it.
  default Optional<Integration> find(IntegrationKind kind, String key) {
    Optional<Integration> from = Keys.find(get(), kind, key);
    from.map(Integration::id).ifPresent(this::heard);
    return from;
  }
}
