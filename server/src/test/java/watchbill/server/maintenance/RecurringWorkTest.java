package watchbill.server.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchbill.time.Span;

class RecurringWorkTest {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=WEEKLY;BYDAY=SU | 2025-01-05T00:59:59Z |
          FREQ=WEEKLY;BYDAY=SU | 2025-01-05T01:00:00Z | 2025-01-05T03:00:00Z
          FREQ=WEEKLY;BYDAY=SU | 2025-01-05T02:59:59Z | 2025-01-05T03:00:00Z
          FREQ=WEEKLY;BYDAY=SU | 2025-01-05T03:00:00Z |
          FREQ=WEEKLY;BYDAY=SU | 2025-01-06T02:00:00Z |
          FREQ=WEEKLY;BYDAY=SU | 2044-11-20T02:00:00Z | 2044-11-20T03:00:00Z
          FREQ=WEEKLY;BYDAY=SU | 2025-07-06T00:30:00Z | 2025-07-06T02:00:00Z
          FREQ=WEEKLY;BYDAY=SU | 2024-12-29T02:00:00Z |
          FREQ=DAILY;COUNT=2   | 2025-01-06T02:00:00Z | 2025-01-06T03:00:00Z
          FREQ=DAILY;COUNT=2   | 2025-01-07T02:00:00Z |
          FREQ=MONTHLY;BYMONTHDAY=31 | 2025-03-31T00:30:00Z | 2025-03-31T02:00:00Z
          FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 | 2025-03-02T01:30:00Z |
          """)
  void isAtTheWallTimeOfItsZone(String rule, Instant at, Instant until) {
    var work =
        new RecurringWork(
            rule, LocalDateTime.parse("2025-01-05T02:00"), MADRID, Duration.ofHours(2));
    assertThat(RecurringWork.isRule(rule)).isTrue();
    assertThat(work.covering(at).map(Span::until).orElse(null)).isEqualTo(until);
  }

  @ParameterizedTest
  @CsvSource(textBlock = "''\nFREQ=SOMETIMES\nevery sunday\nBYDAY=SU")
  void whatIsNoRuleIsNone(String text) {
    assertThat(RecurringWork.isRule(text)).isFalse();
  }
}
