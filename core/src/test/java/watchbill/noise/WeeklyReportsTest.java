package watchbill.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchbill.catalog.TeamId;
import watchbill.time.Span;

class WeeklyReportsTest {
  @ParameterizedTest
  @CsvSource({
    // The second before eight belongs to the week before.
    "Europe/Madrid, 2025-01-13T06:59:59Z, 2024-12-30T07:00:00Z, 2025-01-06T07:00:00Z, 2025-01-06",
    "Europe/Madrid, 2025-01-13T07:00:00Z, 2025-01-06T07:00:00Z, 2025-01-13T07:00:00Z, 2025-01-13",
    "Europe/Madrid, 2025-01-19T22:00:00Z, 2025-01-06T07:00:00Z, 2025-01-13T07:00:00Z, 2025-01-13",
    // A week in which the clock goes forward is an hour shorter.
    "Europe/Madrid, 2025-03-31T07:00:00Z, 2025-03-24T07:00:00Z, 2025-03-31T06:00:00Z, 2025-03-31",
    "Asia/Tokyo, 2025-01-12T23:00:00Z, 2025-01-05T23:00:00Z, 2025-01-12T23:00:00Z, 2025-01-13"
  })
  void aWeekEndsOnMondayAtEight(
      String zone, Instant now, Instant from, Instant until, String named) {
    ZoneId here = ZoneId.of(zone);
    Span week = WeeklyReports.week(now, here);
    assertThat(week).isEqualTo(new Span(from, until));
    assertThat(WeeklyReports.key(new TeamId("payments"), week, here))
        .isEqualTo("noise/payments/" + named);
  }
}
