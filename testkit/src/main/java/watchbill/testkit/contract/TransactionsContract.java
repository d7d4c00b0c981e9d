package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static watchbill.testkit.Cast.BEN;
import static watchbill.testkit.Cast.CHO;
import static watchbill.testkit.Cast.NIGHT;
import static watchbill.testkit.Cast.PROMETHEUS;
import static watchbill.testkit.Cast.ROTA;
import static watchbill.testkit.contract.Samples.alert;
import static watchbill.testkit.contract.Samples.id;
import static watchbill.testkit.contract.Samples.minute;
import static watchbill.testkit.contract.Samples.notice;
import static watchbill.testkit.contract.Samples.notification;
import static watchbill.testkit.contract.Samples.page;
import static watchbill.testkit.contract.Samples.pageId;
import static watchbill.testkit.contract.Samples.waiting;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchbill.access.Session;
import watchbill.access.SignInLink;
import watchbill.alert.Event;
import watchbill.alert.EventId;
import watchbill.audit.Deed;
import watchbill.engine.Stores;
import watchbill.engine.Transactions;
import watchbill.notification.Delivery;
import watchbill.rota.Change;
import watchbill.rota.Role;
import watchbill.rota.RotaOverride;
import watchbill.rota.turn.Seat;
import watchbill.time.Span;

/// All or nothing, one after the other, and kept.
public interface TransactionsContract extends HeldKeysContract {
  @Test
  default void whatWasWrittenIsRead() {
    String said =
        transactions()
            .write(stores -> {
              writeOneOfEach(stores);
              return "done";
            });
    assertThat(said).isEqualTo("done");
    assertThat(transactions().read(TransactionsContract::kindsKept)).isEqualTo(7);
  }

  @Test
  default void aTransactionReadsWhatItWrote() {
    int kinds =
        transactions()
            .write(stores -> {
              writeOneOfEach(stores);
              return kindsKept(stores);
            });
    assertThat(kinds).isEqualTo(7);
  }

  @Test
  default void whatThrewLeavesNothingInAnyStore() {
    var full = new IllegalStateException("the disk is full");
    assertThatThrownBy(() ->
            transactions()
                .write(stores -> {
                  writeOneOfEach(stores);
                  throw full;
                }))
        .isSameAs(full);
    assertThat(transactions().read(TransactionsContract::kindsKept)).isZero();
  }

  @Test
  default void anErrorUndoesLikeAnException() {
    var error = new AssertionError("a bug of ours");
    Throwable thrown =
        catchThrowable(() ->
            transactions()
                .write(stores -> {
                  writeOneOfEach(stores);
                  throw error;
                }));
    assertThat(thrown).isSameAs(error);
    assertThat(transactions().read(TransactionsContract::kindsKept)).isZero();
  }

  @Test
  default void whatChangedBeforeTheThrowIsAsItWas() {
    transactions()
        .write(stores -> {
          writeOneOfEach(stores);
          return true;
        });
    Throwable thrown =
        catchThrowable(() ->
            transactions()
                .write(stores -> {
                  stores.pages().count(pageId(1), 5, 5);
                  stores.pages().save(page(1, waiting(50)));
                  stores.notifications().claim(minute(9), minute(10), 10);
                  throw new IllegalStateException("the disk is full");
                }));
    assertThat(thrown).hasMessage("the disk is full");
    transactions()
        .read(stores -> {
          assertThat(stores.pages().find(pageId(1))).contains(page(1, waiting(1)));
          assertThat(stores.notifications().find(notification(1, 1, due()).id()))
              .contains(notification(1, 1, due()));
          return true;
        });
  }

  @Test
  default void afterAFailureTheNextTransactionWorks() {
    Throwable thrown =
        catchThrowable(() ->
            transactions()
                .write(_ -> {
                  throw new IllegalStateException("first");
                }));
    assertThat(thrown).hasMessage("first");
    transactions()
        .write(stores -> {
          writeOneOfEach(stores);
          return true;
        });
    assertThat(transactions().read(TransactionsContract::kindsKept)).isEqualTo(7);
  }

  @Test
  default void readingChangesNothing() {
    // Whether it throws is the implementation's choice; that it leaves nothing is not.
    Throwable ignored =
        catchThrowable(() ->
            transactions()
                .read(stores -> {
                  writeOneOfEach(stores);
                  return true;
                }));
    assertThat(transactions().read(TransactionsContract::kindsKept)).as("%s", ignored).isZero();
    transactions()
        .write(stores -> {
          writeOneOfEach(stores);
          return true;
        });
    assertThat(transactions().read(TransactionsContract::kindsKept)).isEqualTo(7);
  }

  @Test
  default void whatIsNotCommittedIsNotSeen() {
    transactions()
        .write(stores -> {
          writeOneOfEach(stores);
          int seenByAnother =
              CompletableFuture.supplyAsync(
                      () -> transactions().read(TransactionsContract::kindsKept))
                  .join();
          assertThat(seenByAnother).isZero();
          return true;
        });
    assertThat(transactions().read(TransactionsContract::kindsKept)).isEqualTo(7);
  }

  @Test
  default void writersTakeTurnsAndLoseNothing() {
    transactions()
        .write(stores -> {
          stores.pages().open(page(1, waiting(1)));
          return true;
        });
    var writers =
        IntStream.range(0, 4)
            .mapToObj(writer -> CompletableFuture.runAsync(() -> countAndTell(writer)))
            .toList();
    writers.forEach(CompletableFuture::join);
    transactions()
        .read(stores -> {
          assertThat(stores.pages().find(pageId(1)).orElseThrow().alertCount()).isEqualTo(100);
          assertThat(stores.audit().after(0, 1_000)).hasSize(100);
          return true;
        });
  }

  @Test
  default void whatWasCommittedOutlivesTheProgram() {
    transactions()
        .write(stores -> {
          writeOneOfEach(stores);
          return true;
        });
    Transactions again = reopened();
    assertThat(again.read(TransactionsContract::kindsKept)).isEqualTo(7);
  }

  @Test
  default void numbersGoOnAfterARestart() {
    long before =
        transactions()
            .write(stores -> {
              long number = stores.pages().nextNumber();
              stores.pages().open(page(number, waiting(1)));
              return number;
            });
    long after = reopened().write(stores -> stores.pages().nextNumber());
    assertThat(after).isGreaterThan(before);
  }

  private void countAndTell(int writer) {
    for (int i = 0; i < 25; i++) {
      transactions()
          .write(stores -> {
            long before = stores.pages().find(pageId(1)).orElseThrow().alertCount();
            stores.pages().count(pageId(1), 1, 1);
            stores.audit().append(List.of(deed("writer " + writer)));
            long after = stores.pages().find(pageId(1)).orElseThrow().alertCount();
            assertThat(after).isEqualTo(before + 1);
            return true;
          });
    }
  }

  private static void writeOneOfEach(Stores stores) {
    stores.events().add(List.of(new Event(new EventId(id(1)), PROMETHEUS, NIGHT, "", "{}")));
    stores.pages().open(page(1, waiting(1)));
    stores.alerts().open(List.of(alert(1, "a", pageId(1))));
    stores.notifications().add(List.of(notification(1, 1, due())));
    stores.notices().add(notice(1));
    var span = new Span(minute(0), minute(9));
    var takesOver = new Change.TakeOver(Seat.of(BEN), 0);
    stores
        .overrides()
        .add(new RotaOverride(id(1), ROTA, Role.PRIMARY, span, takesOver, "ill", CHO, minute(0)));
    stores.audit().append(List.of(deed("one")));
    stores.access().addLink(new SignInLink("aa", "ana", minute(9)));
    stores.access().addSession(new Session("bb", "ana", minute(0), minute(9)));
  }

  /// How many of the seven kinds of stores hold what [#writeOneOfEach] wrote.
  private static int kindsKept(Stores stores) {
    List<Boolean> kept =
        List.of(
            stores.events().find(new EventId(id(1))).isPresent(),
            stores.pages().find(pageId(1)).isPresent(),
            stores.alerts().find(alert(1, "a", pageId(1)).id()).isPresent(),
            stores.notifications().nextDue().isPresent()
                && stores.notices().find(notice(1).id()).isPresent(),
            !stores.overrides().inForce(minute(1)).isEmpty(),
            !stores.audit().about("one", 1).isEmpty(),
            stores.access().session("bb", minute(1)).isPresent()
                && stores.access().linkWasMade("ana"));
    return (int) kept.stream().filter(k -> k).count();
  }

  private static Delivery due() {
    return new Delivery.Due(minute(1));
  }

  private static Deed deed(String subject) {
    return new Deed(minute(1), "ana", "tested", subject, "said", "");
  }
}
