package watchbill.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchbill.crew.Crew.MADRID;
import static watchbill.crew.Crew.NIGHT;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordsTest {
  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT0.999S, 0 s",
    "PT59S, 59 s",
    "PT60S, 1 min",
    "PT5M32S, 5 min 32 s",
    "PT1H, 1 h",
    "PT1H0M59S, 1 h",
    "PT1H30M, 1 h 30 min",
    "PT76H, 3 d 4 h",
    "PT-5S, 0 s"
  })
  void saysALengthInAtMostTwoUnits(Duration length, String words) {
    assertThat(TimeWords.of(length)).isEqualTo(words);
  }

  @Test
  void saysTheReadersTimeFirst() {
    assertThat(TimeWords.timeWithUtc(NIGHT, MADRID)).isEqualTo("04:00 CET (03:00 UTC)");
    assertThat(TimeWords.timeWithUtc(NIGHT, ZoneId.of("Asia/Kathmandu")))
        .endsWith("(03:00 UTC)")
        .startsWith("08:45");
    assertThat(TimeWords.timeWithUtc(NIGHT, ZoneOffset.UTC)).isEqualTo("03:00 Z");
    assertThat(TimeWords.timeWithUtc(NIGHT, ZoneId.of("UTC"))).isEqualTo("03:00 UTC");
    assertThat(TimeWords.dayAndTime(NIGHT, MADRID)).isEqualTo("Mon 6 Jan 04:00 CET");
    assertThat(TimeWords.time(NIGHT, MADRID)).isEqualTo("04:00");
  }

  @Test
  void aSpanHoldsItsStartAndNotItsEnd() {
    var span = new Span(NIGHT, NIGHT.plusSeconds(60));
    assertThat(span.contains(NIGHT)).isTrue();
    assertThat(span.contains(NIGHT.plusSeconds(60))).isFalse();
    assertThat(span.overlaps(new Span(NIGHT.plusSeconds(60), NIGHT.plusSeconds(61)))).isFalse();
    assertThat(span.overlaps(new Span(NIGHT.plusSeconds(59), NIGHT.plusSeconds(61)))).isTrue();
    assertThat(span.length()).isEqualTo(Duration.ofMinutes(1));
    assertThatThrownBy(() -> new Span(NIGHT, NIGHT)).isInstanceOf(IllegalArgumentException.class);
  }
}
