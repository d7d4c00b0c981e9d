package watchbill.adapter.ingest.email;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import watchbill.adapter.ingest.Senders;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;

/// Whose address is whose: that of its key, or one that was chosen for it.
final class Addressees {
  private final String domain;
  private final Senders catalog;
  private final Map<String, IntegrationId> chosen = new HashMap<>();

  Addressees(String domain, Senders catalog, List<Mailbox> mailboxes) {
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
    byName.ifPresent(catalog::heard);
    return byName.isPresent()
        ? catalog.get().integrations().stream().filter(i -> i.id().equals(byName.get())).findFirst()
        : catalog.find(IntegrationKind.EMAIL, name);
  }
}
