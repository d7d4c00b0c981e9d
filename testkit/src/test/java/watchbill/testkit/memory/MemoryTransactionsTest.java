package watchbill.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import watchbill.engine.Stores;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.TransactionsContract;

class MemoryTransactionsTest implements TransactionsContract {
  private final MemoryDisk disk = new MemoryDisk();
  private final Transactions transactions = new MemoryTransactions(disk);

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Transactions reopened() {
    return new MemoryTransactions(disk);
  }

  @Test
  void aStoreIsOfNoUseOnceItsTransactionIsOver() {
    Stores kept = transactions.write(stores -> stores);
    assertThatThrownBy(() -> kept.pages().open(10)).hasMessageContaining("is over");
    assertThatThrownBy(() -> kept.pages().nextNumber()).hasMessageContaining("is over");
  }

  @Test
  void aTransactionInsideATransactionIsABug() {
    assertThatThrownBy(() -> transactions.write(_ -> transactions.write(_ -> true)))
        .hasMessageContaining("wait for itself");
  }

  @Test
  void aFullDiskKeepsWhatItHadAndTakesNothing() {
    transactions.write(stores -> stores.pages().nextNumber());
    disk.full(true);
    assertThatThrownBy(() -> transactions.write(stores -> stores.pages().nextNumber()))
        .hasMessage("the disk is full");
    disk.full(false);
    assertThat(transactions.<Long>write(stores -> stores.pages().nextNumber())).isEqualTo(2);
  }
}
