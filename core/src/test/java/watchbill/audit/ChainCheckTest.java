package watchbill.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.crew.Crew.NIGHT;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChainCheckTest {
  /// More than are read at once.
  private static final List<AuditEntry> CHAIN =
      Audits.chain(
          Audits.Head.START,
          IntStream.rangeClosed(1, 12_001).mapToObj(ChainCheckTest::deed).toList());

  @Test
  void aChainThatNobodyBentIsWhole() {
    ChainCheck check = ChainCheck.of(kept(CHAIN));
    assertThat(check.isWhole()).isTrue();
    assertThat(check.head()).isEqualTo(head(12_001));
    assertThat(check.newestAt()).contains(NIGHT.plusSeconds(12_001));
    ChainCheck empty = ChainCheck.of(kept(List.of()));
    assertThat(empty.isWhole()).isTrue();
    assertThat(empty.newestAt()).isEmpty();
  }

  @Test
  void theFirstBrokenEntryIsNamed() {
    List<AuditEntry> bent = new ArrayList<>(CHAIN);
    AuditEntry old = bent.get(7_000);
    bent.set(7_000, new AuditEntry(old.sequence(), deed(1), old.previous(), old.hash()));
    ChainCheck check = ChainCheck.of(kept(bent));
    assertThat(check.broken()).hasValueSatisfying(e -> assertThat(e.sequence()).isEqualTo(7_001));
    assertThat(check.head()).isEqualTo(head(7_000));
  }

  @Test
  void aChainThatWasCutOffIsWholeByItselfAndNotBesideAHead() {
    AuditStore cut = kept(CHAIN.subList(0, 9_000));
    assertThat(ChainCheck.of(cut).isWhole()).isTrue();
    assertThat(ChainCheck.of(cut, head(9_000)).isWhole()).isTrue();
    assertThat(ChainCheck.of(cut, head(123)).isWhole()).isTrue();
    assertThat(ChainCheck.of(cut, Audits.Head.START).isWhole()).isTrue();
    ChainCheck check = ChainCheck.of(cut, head(9_001));
    assertThat(check.isWhole()).isFalse();
    assertThat(check.other()).contains(head(9_001));
  }

  @Test
  void aChainThatWasWrittenAnewDoesNotGoThroughItsHead() {
    List<Deed> others = IntStream.rangeClosed(2, 9).mapToObj(ChainCheckTest::deed).toList();
    AuditStore anew = kept(Audits.chain(Audits.Head.START, others));
    assertThat(ChainCheck.of(anew).isWhole()).isTrue();
    assertThat(ChainCheck.of(anew, head(3)).isWhole()).isFalse();
  }

  private static Audits.Head head(int number) {
    AuditEntry entry = CHAIN.get(number - 1);
    return new Audits.Head(entry.sequence(), entry.hash());
  }

  private static Deed deed(int number) {
    return new Deed(NIGHT.plusSeconds(number), "ana", "page.opened", "p" + number, "said", "");
  }

  private static AuditStore kept(List<AuditEntry> entries) {
    return new AuditStore() {
      @Override
      public void append(List<Deed> deeds) {
        throw new IllegalStateException("a check writes nothing");
      }

      @Override
      public Audits.Head head() {
        return Audits.Head.START;
      }

      @Override
      public List<AuditEntry> about(String subject, int limit) {
        return List.of();
      }

      @Override
      public List<AuditEntry> after(long sequence, int limit) {
        return entries.stream().filter(e -> e.sequence() > sequence).limit(limit).toList();
      }
    };
  }
}
