package watchbill.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static watchbill.crew.Crew.NIGHT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuditsTest {
  private static final List<AuditEntry> CHAIN =
      Audits.chain(
          Audits.Head.START,
          List.of(deed("Ana was told"), deed("Ana has it"), deed("Ana resolved it")));

  @Test
  void aChainThatNobodyTouchedIsWhole() {
    assertThat(Audits.firstBroken(Audits.Head.START, CHAIN)).isEmpty();
    assertThat(Audits.firstBroken(Audits.Head.START, List.of())).isEmpty();
    assertThat(CHAIN).extracting(AuditEntry::sequence).containsExactly(1L, 2L, 3L);
    assertThat(CHAIN.getFirst().previous()).isEqualTo("0".repeat(64));
  }

  @Test
  void aChainGoesOnFromItsHead() {
    AuditEntry last = CHAIN.getLast();
    var head = new Audits.Head(last.sequence(), last.hash());
    List<AuditEntry> all = new ArrayList<>(CHAIN);
    all.addAll(Audits.chain(head, List.of(deed("later"))));
    assertThat(Audits.firstBroken(Audits.Head.START, all)).isEmpty();
  }

  static Stream<Object> bends() {
    return Stream.of(
        bend("another actor", d -> deed(d, "eve", d.action(), d.subject(), d.said(), d.because())),
        bend("another action", d -> deed(d, d.actor(), "x", d.subject(), d.said(), d.because())),
        bend("another object", d -> deed(d, d.actor(), d.action(), "x", d.said(), d.because())),
        bend("other words", d -> deed(d, d.actor(), d.action(), d.subject(), "x", d.because())),
        bend("another reason", d -> deed(d, d.actor(), d.action(), d.subject(), d.said(), "x")),
        bend(
            "words that moved to the next field",
            d -> deed(d, d.actor() + d.action(), "", d.subject(), d.said(), d.because())),
        bend(
            "another time",
            d ->
                new Deed(
                    d.at().plus(Duration.ofNanos(1_000)),
                    d.actor(),
                    d.action(),
                    d.subject(),
                    d.said(),
                    d.because())));
  }

  @ParameterizedTest
  @MethodSource("bends")
  void anEntryThatWasBentIsFound(UnaryOperator<Deed> bend) {
    for (int i = 0; i < CHAIN.size(); i++) {
      AuditEntry e = CHAIN.get(i);
      List<AuditEntry> bent = new ArrayList<>(CHAIN);
      bent.set(i, new AuditEntry(e.sequence(), bend.apply(e.deed()), e.previous(), e.hash()));
      assertThat(Audits.firstBroken(Audits.Head.START, bent)).contains(bent.get(i));
    }
  }

  @Test
  void anEntryThatWasRemovedMovedOrAddedIsFound() {
    AuditEntry first = CHAIN.get(0);
    AuditEntry second = CHAIN.get(1);
    AuditEntry third = CHAIN.get(2);
    assertBrokenAt(second, List.of(second, third));
    assertBrokenAt(third, List.of(first, third));
    assertBrokenAt(third, List.of(first, third, second));
    assertBrokenAt(first, List.of(first, first, second, third));
  }

  @Test
  void anEntryThatWasHashedAnewBreaksTheOneAfterIt() {
    var head = new Audits.Head(1, CHAIN.getFirst().hash());
    AuditEntry forged = Audits.chain(head, List.of(deed("Eve has it"))).getFirst();
    assertBrokenAt(CHAIN.get(2), List.of(CHAIN.get(0), forged, CHAIN.get(2)));
  }

  private static void assertBrokenAt(AuditEntry entry, List<AuditEntry> chain) {
    assertThat(Audits.firstBroken(Audits.Head.START, chain)).contains(entry);
  }

  private static Object bend(String name, UnaryOperator<Deed> bend) {
    return named(name, bend);
  }

  private static Deed deed(String said) {
    return new Deed(NIGHT, "ana", "page.acknowledged", "p1", said, "by web");
  }

  private static Deed deed(
      Deed d, String actor, String action, String subject, String said, String because) {
    return new Deed(d.at(), actor, action, subject, said, because);
  }
}
