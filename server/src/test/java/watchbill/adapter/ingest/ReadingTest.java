package watchbill.adapter.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import watchbill.alert.Condition;
import watchbill.alert.Severity;

/// The small readers that both dialects stand on.
class ReadingTest {
  @ParameterizedTest
  @CsvSource({
    "2025-01-06T03:00:00Z, 2025-01-06T03:00:00Z",
    "2025-01-06t03:00:00z, 2025-01-06T03:00:00Z",
    "2025-01-06 03:00:00, 2025-01-06T03:00:00Z",
    "2025-01-06T03:00:00+0100, 2025-01-06T02:00:00Z",
    "2025-01-06T03:00:00-05:30, 2025-01-06T08:30:00Z",
    "2025-01-06T03:00:00+01, 2025-01-06T02:00:00Z",
    "2025-01-06T03:00Z, 2025-01-06T03:00:00Z",
    "2025-01-06T03:00+01:00, 2025-01-06T02:00:00Z",
    "2025-01-06T03:00:00.1Z, 2025-01-06T03:00:00.100Z",
    "2025-01-06T03:00:00.123456789Z, 2025-01-06T03:00:00.123456Z",
    "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
    "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
    "0001-01-01T00:00:00.000Z, 0001-01-01T00:00:00Z",
  })
  void timesAreReadHoweverTheyAreWritten(String text, Instant expected) {
    assertThat(Times.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "2025",
        "2025-01-06",
        "2025-02-29T00:00:00Z",
        "2025-00-01T00:00:00Z",
        "2025-01-32T00:00:00Z",
        "2025-01-06T24:00:00Z",
        "2025-01-06T03:60:00Z",
        "2025-01-06T03:00:",
        "2025-01-06T03Z",
        "2025-01-06T03:00:00.Z",
        "2025-01-06T03:00:00Zmore",
        "2025-01-06T03:00:00+",
        "+2025-01-06T03:00:00Z",
        "2025-01-06T03:00:00+99:00",
        "٢٠٢٥-01-06T03:00:00Z",
      })
  void whatIsNoTimeIsNone(String text) {
    assertThat(Times.parse(text)).isEmpty();
  }

  @Test
  void timesAreReadAsTheLanguageReadsThem() {
    long seed = 20250106;
    var random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      Instant instant =
          Instant.ofEpochSecond(random.nextLong(-2_000_000_000L, 20_000_000_000L))
              .plusNanos(random.nextInt(1_000_000) * 1000L);
      assertThat(Times.parse(instant.toString())).as("seed %d", seed).contains(instant);
    }
  }

  @Test
  void pairsAreAMapLikeAnyOther() {
    var random = new Random(7);
    for (int round = 0; round < 200; round++) {
      Map<String, String> expected = new HashMap<>();
      var builder = new Pairs.Builder();
      for (int i = 0; i < random.nextInt(30); i++) {
        String name = "n" + random.nextInt(40);
        String value = "v" + random.nextInt();
        assertThat(builder.add(name, value)).isEqualTo(expected.putIfAbsent(name, value) == null);
      }
      Pairs pairs = builder.take();
      assertThat(pairs).isEqualTo(expected).hasSameHashCodeAs(expected);
      assertThat(expected).isEqualTo(pairs);
      assertThat(List.copyOf(pairs.keySet())).isSorted();
      assertThat(expected).allSatisfy((n, v) -> assertThat(pairs.get(n)).isEqualTo(v));
    }
  }

  /// The fingerprint is stored; a condition read back into another map must have the same.
  @Test
  void aConditionReadBackSaysNothingNew() {
    var builder = new Pairs.Builder();
    builder.add("b", "2");
    builder.add("a", "1");
    Pairs pairs = builder.take();

    assertThat(of(pairs).fingerprint()).isEqualTo(of(new HashMap<>(pairs)).fingerprint());
  }

  private static Condition of(Map<String, String> labels) {
    return new Condition("down", "db-01", Severity.ERROR, labels, labels);
  }

  @Test
  void onlyOddCharactersAreReplaced() {
    Words words = Words.of("\\ud83d");
    assertThat(words.clean("plain ☕ 🔥\n\t")).isEqualTo("plain ☕ 🔥\n\t");
    assertThat(words.clean("half \ud83d and \ude00")).isEqualTo("half \uFFFD and \uFFFD");
    assertThat(words.clean("nul \u0000 bell \u0007")).isEqualTo("nul \uFFFD bell \uFFFD");
    assertThat(words.oneLine(" two\r\nlines ")).isEqualTo("two lines");
  }

  @Test
  void everyEscapeThatCanBringAnOddCharacterIsSeen() {
    Stream.of("\\u0000", "\\u001f", "\\b", "\\f", "\\ud83d", "\\uDE00", "\\u0026\\u0001")
        .forEach(escape -> {
          Words words = Words.of("{\"a\":\"" + escape + "\"}");
          assertThat(words.clean("\u0001")).as(escape).isEqualTo("\uFFFD");
        });
  }

  @Test
  void aCutNeverLeavesHalfACharacter() {
    assertThat(Words.cut("abcdef", 6)).isEqualTo("abcdef");
    assertThat(Words.cut("abcdefg", 6)).isEqualTo("abcde…");
    assertThat(Words.cut("abcd🔥fg", 6)).isEqualTo("abcd…");
  }
}
