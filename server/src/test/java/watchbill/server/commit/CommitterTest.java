package watchbill.server.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;
import watchbill.catalog.ServiceId;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.engine.Engine;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.engine.Stores;
import watchbill.engine.Transactions;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.Target;
import watchbill.testkit.Cast;
import watchbill.testkit.HandClock;
import watchbill.testkit.SequentialIds;
import watchbill.testkit.memory.MemoryDisk;
import watchbill.testkit.memory.MemoryTransactions;

class CommitterTest {
  private static final Integration PROMETHEUS =
      new Integration(Cast.PROMETHEUS, IntegrationKind.ALERTMANAGER, "hash", Cast.CHECKOUT);

  private final MemoryDisk disk = new MemoryDisk();
  private final SlowDisk transactions = new SlowDisk(new MemoryTransactions(disk));
  private final List<Integer> batches = new ArrayList<>();
  private Committer committer = committer(new Committer.Limits(64, 32, 1_000));

  @AfterEach
  void stop() throws InterruptedException {
    transactions.goOn();
    committer.stop();
  }

  @Test
  void answersOnlyAfterTheCommit() throws Exception {
    committer.start();
    transactions.hold();
    Future<Reply> reply = submit("checkout");
    transactions.awaitHeld();
    assertThat(reply.isDone()).isFalse();
    transactions.goOn();
    assertThat(reply.get(5, TimeUnit.SECONDS)).isInstanceOf(Reply.Received.class);
  }

  @Test
  void whatGathersDuringOneCommitIsCommittedTogether() throws Exception {
    committer.start();
    transactions.hold();
    Future<Reply> first = submit("a");
    transactions.awaitHeld();
    List<Future<Reply>> rest = List.of(submit("b"), submit("c"), submit("d"));
    awaitQueued(3);
    transactions.goOn();
    first.get(5, TimeUnit.SECONDS);
    for (Future<Reply> reply : rest) {
      reply.get(5, TimeUnit.SECONDS);
    }
    assertThat(batches).containsExactly(1, 3);
  }

  @Test
  void turnsCommandsAwayAtOnceWhenTooManyWait() throws Exception {
    committer = committer(new Committer.Limits(2, 32, 1_000));
    committer.start();
    transactions.hold();
    List<Future<Reply>> replies = new ArrayList<>(List.of(submit("a")));
    transactions.awaitHeld();
    replies.addAll(List.of(submit("b"), submit("c")));
    awaitQueued(2);
    assertThat(committer.submit(receive("d")))
        .isInstanceOfSatisfying(
            Reply.TryLater.class, later -> assertThat(later.overloaded()).isTrue());
    assertThat(replies).noneMatch(Future::isDone);
  }

  @Test
  void oneCommandThatBreaksTheEngineDoesNotTakeItsNeighboursWithIt() throws Exception {
    committer.start();
    transactions.hold();
    Future<Reply> first = submit("a");
    transactions.awaitHeld();
    Future<Reply> good = submit("b");
    Future<Reply> poison = submitOf(poison());
    awaitQueued(2);
    transactions.goOn();
    first.get(5, TimeUnit.SECONDS);
    assertThat(good.get(5, TimeUnit.SECONDS)).isInstanceOf(Reply.Received.class);
    assertThatThrownBy(() -> poison.get(5, TimeUnit.SECONDS))
        .hasRootCauseInstanceOf(NoSuchElementException.class);
    assertThat(committer.submit(receive("after"))).isInstanceOf(Reply.Received.class);
  }

  @Test
  void saysSoWhileTheStoreCannotBeWrittenAndGoesOnWhenItCan() {
    committer.start();
    disk.full(true);
    assertThat(committer.submit(receive("a")))
        .isInstanceOfSatisfying(
            Reply.TryLater.class, later -> assertThat(later.overloaded()).isFalse());
    assertThat(committer.isWritable()).isFalse();
    disk.full(false);
    assertThat(committer.submit(receive("a"))).isInstanceOf(Reply.Received.class);
    assertThat(committer.isWritable()).isTrue();
  }

  @Test
  void finishesWhatWaitsWhenItIsStoppedAndTakesNothingMore() throws Exception {
    committer.start();
    transactions.hold();
    Future<Reply> waiting = submit("a");
    transactions.awaitHeld();
    transactions.goOn();
    committer.stop();
    assertThat(waiting.get(5, TimeUnit.SECONDS)).isInstanceOf(Reply.Received.class);
    assertThat(committer.submit(receive("b"))).isInstanceOf(Reply.TryLater.class);
  }

  private Committer committer(Committer.Limits limits) {
    var catalog =
        new Catalog(
            Cast.everybody(), List.of(Cast.payments()), List.of(Cast.checkout()), List.of());
    var step =
        new EscalationPolicy.Step(
            List.of(new Target.ToPerson(Cast.ANA)), EscalationPolicy.Step.DEFAULT_WAIT);
    var policy =
        new EscalationPolicy("payments", List.of(step), 0, List.of(new Target.ToPerson(Cast.DEV)));
    var configuration = new Configuration(catalog, List.of(), List.of(policy));
    var engine = new Engine(transactions, () -> configuration, new SequentialIds());
    return new Committer(
        engine,
        new HandClock(Cast.NIGHT),
        limits,
        e -> "the disk is full".equals(e.getMessage()),
        (commands, _) -> batches.add(commands));
  }

  private Future<Reply> submit(String key) {
    return submitOf(receive(key));
  }

  private Future<Reply> submitOf(Command command) {
    FrontDoor door = committer;
    var reply = new CompletableFuture<Reply>();
    Thread.startVirtualThread(() -> {
      try {
        reply.complete(door.submit(command));
      } catch (RuntimeException e) {
        reply.completeExceptionally(e);
      }
    });
    return reply;
  }

  private void awaitQueued(int commands) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          while (committer.waiting() < commands) {
            Thread.onSpinWait();
          }
        });
  }

  /// No sender can send this: a service that is not configured makes the engine throw.
  private static Command poison() {
    var nowhere =
        new Integration(
            Cast.PROMETHEUS, IntegrationKind.ALERTMANAGER, "hash", new ServiceId("nowhere"));
    return new Command.Receive(nowhere, "poison", List.of(firing("poison")));
  }

  private static Command receive(String key) {
    return new Command.Receive(PROMETHEUS, "body of " + key, List.of(firing(key)));
  }

  private static AlertReport firing(String key) {
    Instant since = Cast.NIGHT;
    var condition = new Condition(key + " is down", "", Severity.CRITICAL, Map.of(), Map.of());
    return new AlertReport.Firing(
        AlertKey.of(Cast.PROMETHEUS, key), key, condition, since, Optional.empty());
  }

  /// A disk on which a commit can be made to take its time.
  private record SlowDisk(Transactions disk, Semaphore held, Semaphore free)
      implements Transactions {
    SlowDisk(Transactions disk) {
      this(disk, new Semaphore(0), new Semaphore(1_000_000));
    }

    void hold() {
      free.drainPermits();
    }

    void awaitHeld() throws InterruptedException {
      assertThat(held.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
    }

    void goOn() {
      free.release(1_000_000);
    }

    @Override
    public <R> R write(Function<Stores, R> work) {
      held.release();
      free.acquireUninterruptibly();
      return disk.write(work);
    }

    @Override
    public <R> R read(Function<Stores, R> work) {
      return disk.read(work);
    }
  }
}
