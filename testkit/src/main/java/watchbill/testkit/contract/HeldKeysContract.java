package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchbill.testkit.contract.Samples.alert;
import static watchbill.testkit.contract.Samples.minute;
import static watchbill.testkit.contract.Samples.pageId;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.alert.Alert;
import watchbill.alert.AlertId;
import watchbill.alert.AlertState;
import watchbill.alert.KnownAlert;
import watchbill.engine.Transactions;

/// A key is held by the alert that the store says, whatever becomes of a transaction.
public interface HeldKeysContract {
  AlertState.Resolved BY_SOURCE =
      new AlertState.Resolved(minute(60), AlertState.Resolved.BY_SOURCE);
  AlertState.Resolved BY_ANA = new AlertState.Resolved(minute(60), "ana");

  Alert FIRST = alert(1, "disk full", pageId(1));
  Alert AGAIN = alert(2, "disk full", pageId(1));

  /// Over stores that were empty when the test began; the same throughout one test.
  Transactions transactions();

  /// The same stores after the program was stopped without warning and started again.
  Transactions reopened();

  @Test
  default void anOpeningThatIsUndoneLeavesItsKeyFree() {
    assertThatThrownBy(() ->
            transactions()
                .write(stores -> {
                  stores.alerts().open(List.of(FIRST));
                  throw new UnsupportedOperationException("the engine broke");
                }))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(holder(transactions())).isEmpty();
    open(AGAIN);
    assertThat(holder(transactions())).contains(AGAIN.id());
  }

  @Test
  default void anEndThatIsUndoneLeavesItsKeyHeld() {
    open(FIRST);
    assertThatThrownBy(() ->
            transactions()
                .write(stores -> {
                  stores.alerts().resolve(List.of(FIRST.id()), BY_SOURCE);
                  stores.alerts().open(List.of(AGAIN));
                  throw new UnsupportedOperationException("the engine broke");
                }))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(holder(transactions())).contains(FIRST.id());
  }

  @Test
  default void whatAnEndedAlertHeldIsFree() {
    open(FIRST);
    resolve(FIRST, BY_SOURCE);
    assertThat(holder(transactions())).isEmpty();
    open(AGAIN);
    assertThat(holder(transactions())).contains(AGAIN.id());
  }

  @Test
  default void whatAPersonResolvedHoldsItsKeyUntilAnotherTakesIt() {
    open(FIRST);
    resolve(FIRST, BY_ANA);
    assertThat(holder(transactions())).contains(FIRST.id());
    open(AGAIN);
    assertThat(holder(transactions())).contains(AGAIN.id());
  }

  @Test
  default void whoOnlyReadsFindsThemToo() {
    open(FIRST);
    boolean found =
        transactions()
            .read(stores -> stores.alerts().known(List.of(FIRST.key())).containsKey(FIRST.key()));
    assertThat(found).isTrue();
  }

  @Test
  default void itIsHeldAfterTheProgramWasStoppedWithoutWarning() {
    open(FIRST);
    assertThat(holder(reopened())).contains(FIRST.id());
  }

  private void open(Alert alert) {
    transactions()
        .write(stores -> {
          stores.alerts().open(List.of(alert));
          return true;
        });
  }

  private void resolve(Alert alert, AlertState.Resolved how) {
    transactions()
        .write(stores -> {
          stores.alerts().resolve(List.of(alert.id()), how);
          return true;
        });
  }

  /// As the writer sees it.
  private Optional<AlertId> holder(Transactions transactions) {
    return transactions.write(stores ->
        stores.alerts().known(List.of(FIRST.key())).values().stream()
            .map(KnownAlert::id)
            .findFirst());
  }
}
