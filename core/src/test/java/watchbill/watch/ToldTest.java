package watchbill.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.crew.Crew.ANA;
import static watchbill.crew.Crew.NIGHT;
import static watchbill.crew.Crew.ROTA;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import watchbill.rota.Role;
import watchbill.time.Span;

/// Days are counted from the present; what was known was known for the next sixty.
class ToldTest {
  private static final Instant SEEN = day(60);

  /// @param known as `from-until` in days; `none`, and `far` for an end out of sight
  @ParameterizedTest
  @CsvSource({
    // Nothing happened, or only time went by.
    "7_14, 7_14, false",
    "-3_4, -3_4, false",
    "-3_4, -5_4, false", // The begin of a running duty is cut where the window begins.
    "-9_-2, 7_14, false",
    "-9_-2, none, false",
    "none, none, false",
    "none, 60_67, false",
    "-3_far, -3_far, false",
    "-3_far, -3_61, false", // Its end came in sight.
    // It is told that it begins, which says all.
    "none, -1_1, false",
    "7_14, -1_1, false",
    // Something happened.
    "7_14, 8_14, true",
    "7_14, 7_15, true",
    "7_14, none, true",
    "7_14, 35_42, true",
    "-3_4, -3_2, true",
    "-3_4, 7_14, true",
    "-3_4, none, true",
    "none, 7_14, true",
    "-3_far, -3_30, true",
  })
  void onlyWhatChangedIsNews(String known, String found, boolean news) {
    var told = new Told(ANA, ROTA, Role.PRIMARY, span(known), SEEN);
    assertThat(told.isOutdated(span(found), NIGHT)).isEqualTo(news);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "-3_4", "7_14", "7_far", "-3_far"})
  void whatIsAsItWasIsNeverNews(String known) {
    var told = new Told(ANA, ROTA, Role.PRIMARY, span(known), SEEN);
    for (int minute = 0; minute < 60 * 24 * 20; minute += 7) {
      Instant now = NIGHT.plus(Duration.ofMinutes(minute));
      Optional<Span> left = told.next().filter(s -> s.until().isAfter(now));
      assertThat(told.isOutdated(left, now)).as("minute %d", minute).isFalse();
    }
  }

  @Test
  void aDutyThatFollowsOneThatIsOverIsNoNews() {
    var told = new Told(ANA, ROTA, Role.PRIMARY, span("-9_-2"), SEEN);
    assertThat(told.isOutdated(span("-1_3"), NIGHT)).isFalse();
  }

  private static Optional<Span> span(String words) {
    if (words.equals("none")) {
      return Optional.empty();
    }
    String[] ends = words.split("_", 2);
    Instant until = ends[1].equals("far") ? Duties.FAR : day(Long.parseLong(ends[1]));
    return Optional.of(new Span(day(Long.parseLong(ends[0])), until));
  }

  private static Instant day(long number) {
    return NIGHT.plus(Duration.ofDays(number));
  }
}
