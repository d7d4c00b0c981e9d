package watchbill.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What came of a message, as a short text beside it.
class ConsequencesTest {
  private static final Consequence OPENED =
      new Consequence(
          Consequence.Kind.OPENED,
          Optional.of(new AlertId("01A")),
          Optional.of(new PageId("01P")),
          List.of("rule a: no, x is not so", "rule b: matched, urgency now"));
  private static final Consequence AGAIN =
      new Consequence(
          Consequence.Kind.REFRESHED, Optional.of(new AlertId("01B")), Optional.empty(), List.of());
  private static final Consequence NOTHING =
      new Consequence(
          Consequence.Kind.IGNORED, Optional.empty(), Optional.empty(), List.of("nothing open"));

  @Test
  void whatIsWrittenIsReadAgain() {
    var all = List.of(OPENED, AGAIN, NOTHING);
    assertThat(Consequences.read(Consequences.written(all)))
        .isEqualTo(new Consequences.Known(all, 0));
  }

  @Test
  void aResendTakesFewLetters() {
    assertThat(Consequences.written(List.of(AGAIN))).isEqualTo("r\t01B\n");
  }

  @Test
  void wordsCanNotLookLikeMoreThanTheyAre() {
    var sly =
        new Consequence(
            Consequence.Kind.OPENED, OPENED.alert(), OPENED.page(), List.of("a\tb\no\t01X\n+9"));
    assertThat(Consequences.read(Consequences.written(List.of(sly))).first())
        .containsExactly(
            new Consequence(
                Consequence.Kind.OPENED, OPENED.alert(), OPENED.page(), List.of("a b o 01X +9")));
  }

  @Test
  void aStormIsCountedAndNotWrittenOneByOne() {
    String text = Consequences.written(Collections.nCopies(100_000, AGAIN));
    Consequences.Known known = Consequences.read(text);
    assertThat(text.length()).isLessThan(10_000);
    assertThat(known.first()).hasSize(100);
    assertThat(known.more()).isEqualTo(99_900);
  }

  @Test
  void longWordsAreCut() {
    var wordy =
        new Consequence(
            Consequence.Kind.OPENED, OPENED.alert(), OPENED.page(), List.of("x".repeat(100_000)));
    assertThat(Consequences.written(Collections.nCopies(50, wordy)).length()).isLessThan(10_000);
  }

  @Test
  void whatCanNotBeReadIsLeftOut() {
    assertThat(Consequences.read("?\tx\n\n+many\nr\t01B\n"))
        .isEqualTo(new Consequences.Known(List.of(AGAIN), 0));
  }
}
