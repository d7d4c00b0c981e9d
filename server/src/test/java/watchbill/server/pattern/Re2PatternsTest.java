package watchbill.server.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class Re2PatternsTest {
  private final Re2Patterns patterns = new Re2Patterns();

  @Test
  void theWholeTextMustMatch() {
    assertThat(patterns.compile("a.c").orElseThrow().test("abc")).isTrue();
    assertThat(patterns.compile("a.c").orElseThrow().test("abcd")).isFalse();
    assertThat(patterns.compile("a|b").orElseThrow().test("b")).isTrue();
    assertThat(patterns.compile("a|b").orElseThrow().test("ab")).isFalse();
  }

  @Test
  void whatIsNoPatternIsNone() {
    assertThat(patterns.compile("(")).isEmpty();
    assertThat(patterns.compile("(?=x)")).isEmpty();
    assertThat(patterns.compile("(a)\\1")).isEmpty();
  }

  @Test
  void aPatternThatWouldRunForEverElsewhereDoesNot() {
    var pattern = patterns.compile("(a*)*b").orElseThrow();
    boolean matches =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(5), () -> pattern.test("a".repeat(5_000)));
    assertThat(matches).isFalse();
  }

  @Test
  void remembersALimitedNumber() {
    for (int i = 0; i < 3_000; i++) {
      assertThat(patterns.compile("x" + i).orElseThrow().test("x" + i)).isTrue();
    }
  }
}
