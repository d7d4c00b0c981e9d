package watchbill.adapter.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchbill.testkit.Cast.NIGHT;
import static watchbill.testkit.Cast.PROMETHEUS;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.CannotOpenStore;
import watchbill.adapter.store.sql.LostToAnother;
import watchbill.adapter.store.sql.Round;
import watchbill.adapter.store.sql.StoreUnavailable;
import watchbill.adapter.system.SystemTime;
import watchbill.alert.Event;
import watchbill.alert.EventId;
import watchbill.audit.AuditEntry;
import watchbill.audit.Audits;
import watchbill.audit.Deed;
import watchbill.engine.Stores;

/// Turns of several nodes come one after the other, and none can hold up the others for long.
class TurnsOfSeveralNodesTest {
  private static final PostgresSettings HASTY =
      new PostgresSettings(
          2,
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofMillis(1_500),
          Duration.ofSeconds(3),
          Duration.ofSeconds(4));

  @RegisterExtension final EmptyStore store = new EmptyStore();
  private final PostgresTransactions ours = PostgresTransactions.open(store.address(), HASTY);
  private final PostgresTransactions theirs = PostgresTransactions.open(store.address(), HASTY);

  @AfterEach
  void close() {
    ours.close();
    theirs.close();
  }

  @Test
  void theAuditOfManyNodesIsOneChain() {
    var nodes = List.of(ours, theirs, store.transactions());
    var running =
        IntStream.range(0, 3)
            .mapToObj(n -> CompletableFuture.runAsync(() -> tellMuch(nodes.get(n), "node" + n)))
            .toList();
    running.forEach(CompletableFuture::join);
    List<AuditEntry> chain = ours.read(s -> s.audit().after(0, 1_000));
    assertThat(chain).hasSize(150);
    assertThat(Audits.firstBroken(Audits.Head.START, chain)).isEmpty();
  }

  @Test
  void aTurnSeesWhatTheTurnBeforeItKept() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    var first =
        CompletableFuture.runAsync(() ->
            ours.write(stores -> {
              begun.countDown();
              keep(stores, "first");
              return await(mayEnd);
            }));
    begun.await();
    var second =
        CompletableFuture.supplyAsync(() -> store.transactions().write(s -> isKept(s, "first")));
    assertThat(theirs.<Boolean>read(s -> isKept(s, "first"))).isFalse();
    mayEnd.countDown();
    first.join();
    assertThat(second.join()).isTrue();
  }

  @Test
  void aNodeThatStandsStillInItsTurnLosesIt() {
    assertThatThrownBy(() ->
            ours.write(stores -> {
              keep(stores, "lost");
              pause(Duration.ofSeconds(2));
              keep(stores, "never");
              return true;
            }))
        .isInstanceOf(StoreUnavailable.class);
    theirs.write(stores -> {
      assertThat(isKept(stores, "lost")).isFalse();
      return true;
    });
    ours.write(stores -> {
      keep(stores, "after");
      return true;
    });
  }

  @Test
  void whoeverWaitsTooLongForATurnComesAgainLater() throws SQLException {
    try (Connection outside = TestServer.connect(store.address());
        Statement statement = outside.createStatement()) {
      outside.setAutoCommit(false);
      statement.execute("LOCK TABLE turn IN EXCLUSIVE MODE");
      assertThatThrownBy(() -> ours.write(stores -> keep(stores, "waits")))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("lock timeout");
      assertThat(ours.<Boolean>read(s -> isKept(s, "waits"))).isFalse();
      outside.rollback();
    }
    ours.write(stores -> keep(stores, "waits"));
    assertThat(theirs.<Boolean>read(s -> isKept(s, "waits"))).isTrue();
  }

  @Test
  void aTurnThatLostToAnotherIsRunAgainFromItsBeginning() {
    var runs = new AtomicInteger();
    ours.write(stores -> {
      keep(stores, "again");
      if (runs.incrementAndGet() == 1) {
        throw new LostToAnother("could not serialize", new SQLException("", "40001"));
      }
      return true;
    });
    assertThat(runs).hasValue(2);
    assertThat(theirs.<Boolean>read(s -> isKept(s, "again"))).isTrue();
  }

  @Test
  void aTurnThatLosesAgainAndAgainIsGivenUp() {
    var runs = new AtomicInteger();
    assertThatThrownBy(() ->
            ours.write(stores -> {
              runs.incrementAndGet();
              throw new LostToAnother("deadlock detected", new SQLException("", "40P01"));
            }))
        .isInstanceOf(StoreUnavailable.class);
    assertThat(runs).hasValue(5);
  }

  @Test
  void ofTwoNodesOneMakesARound() {
    Round mine = round("ours");
    Round other = round("theirs");
    assertThat(ours.takeRound(mine, NIGHT)).isTrue();
    assertThat(theirs.takeRound(other, NIGHT.plusSeconds(1))).isFalse();
    ours.endRound(mine, NIGHT.plusSeconds(2));
    assertThat(theirs.takeRound(other, NIGHT.plusSeconds(3))).isFalse();
    assertThat(theirs.takeRound(other, NIGHT.plusSeconds(3_602))).isTrue();
  }

  @Test
  void aRoundOfANodeThatIsGoneIsMadeByAnother() {
    assertThat(ours.takeRound(round("ours"), NIGHT)).isTrue();
    assertThat(theirs.takeRound(round("theirs"), NIGHT.plusSeconds(59))).isFalse();
    assertThat(theirs.takeRound(round("theirs"), NIGHT.plusSeconds(60))).isTrue();
    ours.endRound(round("ours"), NIGHT.plusSeconds(61));
    assertThat(ours.takeRound(round("ours"), NIGHT.plusSeconds(62))).isFalse();
  }

  @Test
  void aCharacterThatNoTextCanHoldIsShownAsItsSymbol() {
    var event = new Event(new EventId("nul"), PROMETHEUS, NIGHT, "", "a\0b");
    ours.write(stores -> {
      stores.events().add(List.of(event));
      return true;
    });
    assertThat(ours.read(s -> s.events().find(event.id())).orElseThrow().body())
        .isEqualTo("a\u2400b");
  }

  @Test
  void halfACharacterIsNoFault() {
    var event = new Event(new EventId("half"), PROMETHEUS, NIGHT, "", "a\ud800b");
    ours.write(stores -> {
      stores.events().add(List.of(event));
      return true;
    });
    assertThat(ours.read(s -> s.events().find(event.id())).orElseThrow().body()).isEqualTo("a?b");
  }

  @Test
  void aClockThatIsAheadOfTheDatabaseIsNoticed() {
    Instant now = new SystemTime().now();
    assertThat(ours.clockAhead(now.plusSeconds(90)).orElseThrow())
        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(91));
  }

  @Test
  void aDatabaseThatIsNotThereIsSaidWithoutItsPassword() {
    PostgresAddress nowhere =
        PostgresAddress.parse("postgres://watchbill:hunter2@127.0.0.1:1/pages").orElseThrow();
    assertThatThrownBy(() -> PostgresTransactions.open(nowhere, HASTY))
        .isInstanceOf(CannotOpenStore.class)
        .hasMessageContaining("postgres://watchbill@127.0.0.1:1/pages can't be opened")
        .hasMessageNotContaining("hunter2");
  }

  private static void tellMuch(PostgresTransactions node, String name) {
    for (int i = 0; i < 50; i++) {
      node.write(stores -> {
        stores.audit().append(List.of(new Deed(NIGHT, name, "tested", "many", "said", "")));
        return true;
      });
    }
  }

  private static Round round(String node) {
    return new Round("calendars", node, Duration.ofMinutes(1), Duration.ofHours(1));
  }

  private static boolean keep(Stores stores, String id) {
    stores.events().add(List.of(new Event(new EventId(id), PROMETHEUS, NIGHT, "", "{}")));
    return true;
  }

  private static boolean isKept(Stores stores, String id) {
    return stores.events().find(new EventId(id)).isPresent();
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pause(Duration time) {
    try {
      boolean never = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
      assertThat(never).isFalse();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
