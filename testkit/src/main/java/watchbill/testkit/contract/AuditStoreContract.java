package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchbill.testkit.contract.Samples.minute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import watchbill.audit.AuditEntry;
import watchbill.audit.AuditStore;
import watchbill.audit.Audits;
import watchbill.audit.Deed;
import watchbill.engine.Stores;

/// One chain without holes, however many transactions it took.
public interface AuditStoreContract extends StoreContract<AuditStore> {
  @Override
  default Class<AuditStore> port() {
    return AuditStore.class;
  }

  @Override
  default AuditStore storeIn(Stores stores) {
    return stores.audit();
  }

  @Test
  default void chainsEveryDeedWordForWord() {
    List<Deed> deeds = new ArrayList<>();
    for (String text : Samples.TEXTS) {
      deeds.add(new Deed(minute(1), text, text, text, text, text));
    }
    for (Instant at : Samples.INSTANTS) {
      deeds.add(new Deed(at, "ana", "page.acknowledged", "p", "Ana has it", "by web"));
    }
    writes().append(deeds);
    List<AuditEntry> all = all();
    assertThat(all).extracting(AuditEntry::deed).isEqualTo(deeds);
    assertThat(all).isEqualTo(Audits.chain(Audits.Head.START, deeds));
    assertUnbroken(all);
  }

  @Test
  default void goesOnWhereTheTransactionBeforeEnded() {
    for (int i = 0; i < 5; i++) {
      int number = i;
      write(store -> {
        store.append(List.of(deed("a" + number), deed("b" + number)));
        store.append(List.of(deed("c" + number)));
        store.append(List.of());
      });
    }
    List<AuditEntry> all = all();
    assertThat(all).hasSize(15);
    assertThat(all.getFirst().sequence()).isEqualTo(1);
    assertThat(all.getFirst().previous()).isEqualTo(Audits.ORIGIN);
    assertThat(all.getLast().sequence()).isEqualTo(15);
    assertUnbroken(all);
  }

  @Test
  default void itsHeadIsTheLastEntry() {
    assertThat(reads().head()).isEqualTo(Audits.Head.START);
    writes().append(List.of(deed("one"), deed("two")));
    assertThat(reads().head()).isEqualTo(new Audits.Head(2, all().getLast().hash()));
  }

  @Test
  default void aTransactionThatFailedLeavesNoHole() {
    writes().append(List.of(deed("first")));
    assertThatThrownBy(() ->
            write(store -> {
              store.append(List.of(deed("never")));
              throw new IllegalStateException("the disk is full");
            }))
        .hasMessage("the disk is full");
    writes().append(List.of(deed("second")));
    assertThat(all()).extracting(e -> e.deed().subject()).containsExactly("first", "second");
    assertUnbroken(all());
  }

  @Test
  default void tellsWhatHappenedToOneObjectOldestFirst() {
    writes().append(List.of(deed("p"), deed("q"), deed("p"), deed("p")));
    assertThat(reads().about("p", 10)).extracting(AuditEntry::sequence).containsExactly(1L, 3L, 4L);
    assertThat(reads().about("p", 2)).extracting(AuditEntry::sequence).containsExactly(1L, 3L);
    assertThat(reads().about("nothing", 10)).isEmpty();
  }

  @Test
  default void isReadInPieces() {
    writes().append(List.of(deed("a"), deed("b"), deed("c"), deed("d")));
    List<AuditEntry> piece = reads().after(1, 2);
    assertThat(piece).extracting(e -> e.deed().subject()).containsExactly("b", "c");
    AuditEntry first = all().getFirst();
    var head = new Audits.Head(first.sequence(), first.hash());
    assertThat(Audits.firstBroken(head, piece)).isEmpty();
    assertThat(reads().after(4, 10)).isEmpty();
  }

  private List<AuditEntry> all() {
    return reads().after(0, 1_000);
  }

  private static void assertUnbroken(List<AuditEntry> entries) {
    assertThat(Audits.firstBroken(Audits.Head.START, entries)).isEmpty();
  }

  private static Deed deed(String subject) {
    return new Deed(minute(1), "ana", "page.acknowledged", subject, "Ana has it", "by web");
  }
}
