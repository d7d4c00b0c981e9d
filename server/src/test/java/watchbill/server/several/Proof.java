package watchbill.server.several;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import watchbill.adapter.store.postgres.PostgresAddress;
import watchbill.adapter.store.postgres.PostgresTransactions;
import watchbill.audit.AuditEntry;
import watchbill.audit.Audits;

/// What must hold in the database, whatever befell its nodes.
final class Proof {
  private static final Duration SOON = Duration.ofSeconds(60);

  private Proof() {}

  static void nothingIsLeft(Database database) {
    Patience.within(
        SOON,
        "no notification is left",
        () -> database.ask("SELECT id FROM notification WHERE next_at IS NOT NULL").isEmpty());
  }

  static void theAuditIsOneChain(Database database) {
    PostgresAddress address = PostgresAddress.parse(database.address()).orElseThrow();
    try (var store = PostgresTransactions.open(address)) {
      List<AuditEntry> chain = store.read(s -> s.audit().after(0, Integer.MAX_VALUE));
      assertThat(chain).isNotEmpty();
      assertThat(Audits.firstBroken(Audits.Head.START, chain)).isEmpty();
    }
  }
}
