package watchbill.adapter.ingest.email;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import watchbill.adapter.ingest.Keys;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;

/// Whose address is whose: that of its key, or one that was chosen for it.
final class Addressees {
  private final String domain;
  private final Supplier<Catalog> catalog;
  private final Map<String, IntegrationId> chosen = new HashMap<>();

  Addressees(String domain, Supplier<Catalog> catalog, List<Mailbox> mailboxes) {
    this.domain = domain;
    this.catalog = catalog;
    mailboxes.forEach(m -> m.address().ifPresent(a -> chosen.put(a, m.integration())));
  }

  /// The integration with this address; none for addresses of other domains.
  Optional<Integration> find(String address) {
    int at = address.lastIndexOf('@');
    if (at < 1 || !address.substring(at + 1).toLowerCase(Locale.ROOT).equals(domain)) {
      return Optional.empty();
    }
    String name = address.substring(0, at);
    Optional<IntegrationId> byName = Optional.ofNullable(chosen.get(name.toLowerCase(Locale.ROOT)));
    return byName.isPresent()
        ? catalog.get().integrations().stream().filter(i -> i.id().equals(byName.get())).findFirst()
        : Keys.find(catalog.get(), IntegrationKind.EMAIL, name);
  }
}
