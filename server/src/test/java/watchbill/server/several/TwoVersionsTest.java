package watchbill.server.several;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import watchbill.adapter.store.postgres.NewerDatabase;
import watchbill.adapter.store.postgres.PostgresAddress;
import watchbill.adapter.store.postgres.PostgresTransactions;
import watchbill.adapter.store.sql.CannotOpenStore;

/// The tables are one step ahead of a node that uses them.
@Tag("slow")
class TwoVersionsTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int ACCEPTED = 202;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private Phones phones;
  private Database database;
  private Path configuration;
  private NodeProcess running;

  @BeforeEach
  void start() throws IOException {
    phones = new Phones();
    database = new Database(folder.resolve("database"));
    configuration = House.write(folder, phones.address());
    running = NodeProcess.start(folder.resolve("running"), configuration, database.address());
  }

  @AfterEach
  void stop() throws IOException {
    running.close();
    phones.close();
    database.close();
  }

  @Test
  void aNodeThatRunsAndOneThatStartsWorkOnWhatTheNextVersionAdded() throws IOException {
    assertThat(running.report("climbs", "quick")).isEqualTo(ACCEPTED);
    Patience.within(SOON, "Ana is told", () -> phones.count("ana", "climbs") == 1);
    NewerDatabase.bring(address(), true);
    String first = House.service(1);
    assertThat(running.report(first, first)).isEqualTo(ACCEPTED);
    try (NodeProcess late =
        NodeProcess.start(folder.resolve("late"), configuration, database.address())) {
      String second = House.service(2);
      assertThat(late.report(second, second)).isEqualTo(ACCEPTED);
      running.kill();
      String third = House.service(3);
      assertThat(late.report(third, third)).isEqualTo(ACCEPTED);
      for (String service : List.of(first, second, third)) {
        Patience.within(SOON, "Ana is told of " + service, () -> isTold("ana", service));
      }
      Patience.within(SOON, "Ben is told", () -> isTold("ben", "climbs"));
      assertThat(late.logged()).contains("the store is of a newer Watchbill");
      Proof.nothingIsLeft(database);
    }
    assertThat(phones.rings()).noneMatch(Phones.Ring::isMaybeASecondCopy).hasSize(5);
    Proof.theAuditIsOneChain(database);
  }

  @Test
  void whereTheNextVersionDoesNotLetItANodeDoesNotStart() {
    NewerDatabase.bring(address(), false);
    assertThatThrownBy(() -> PostgresTransactions.open(address()))
        .isInstanceOf(CannotOpenStore.class)
        .hasMessageContaining("beside which this one can't work");
  }

  private boolean isTold(String phone, String what) {
    return phones.count(phone, what) > 0;
  }

  private PostgresAddress address() {
    return PostgresAddress.parse(database.address()).orElseThrow();
  }
}
