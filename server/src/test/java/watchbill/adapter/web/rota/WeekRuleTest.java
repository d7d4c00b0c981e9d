package watchbill.adapter.web.rota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where an instant lies in a week of days that are equally wide and not equally long.
class WeekRuleTest {
  @ParameterizedTest
  @CsvSource({
    // An ordinary week.
    "Europe/Madrid,  2025-01-06, 2025-01-05T23:00:00Z, d0 h0 q0",
    "Europe/Madrid,  2025-01-06, 2025-01-06T08:00:00Z, d0 h9 q0",
    "Europe/Madrid,  2025-01-06, 2025-01-08T11:30:00Z, d2 h12 q2",
    // Sunday has 23 hours: 12:30 on the wall is the middle of it.
    "Europe/Madrid,  2025-03-24, 2025-03-30T10:30:00Z, d6 h12 q0",
    // Sunday has 25 hours: 11:30 is, and the hour that comes twice is told apart.
    "Europe/Madrid,  2025-10-20, 2025-10-26T10:30:00Z, d6 h12 q0",
    "Europe/Madrid,  2025-10-20, 2025-10-26T00:30:00Z, d6 h2 q2",
    "Europe/Madrid,  2025-10-20, 2025-10-26T01:30:00Z, d6 h3 q1",
    // Sunday begins at one: there is no midnight.
    "America/Havana, 2025-03-03, 2025-03-09T05:00:00Z, d6 h0 q0",
    // Friday was left out altogether.
    "Pacific/Apia,   2011-12-26, 2011-12-30T10:00:00Z, d5 h0 q0",
    // What lies outside is taken to the end.
    "Europe/Madrid,  2025-01-06, 2024-12-24T00:00:00Z, d0 h0 q0",
    "Europe/Madrid,  2025-01-06, 2025-02-01T00:00:00Z, d7 h0 q0",
  })
  void everyInstantHasItsPlace(String zone, String monday, String at, String look) {
    var rule = new WeekRule(LocalDate.parse(monday), ZoneId.of(zone));
    assertThat(new Width(rule.at(Instant.parse(at))).look()).isEqualTo(look);
  }

  @Test
  void laterIsNeverFurtherLeft() {
    for (String zone : ZoneId.getAvailableZoneIds()) {
      var rule = new WeekRule(LocalDate.of(2025, 10, 27), ZoneId.of(zone));
      int before = 0;
      Instant first = Instant.parse("2025-10-26T00:00:00Z");
      for (int hour = 0; hour < 24 * 9; hour++) {
        int place = rule.at(first.plusSeconds(3600L * hour));
        assertThat(place).as("%s, hour %s", zone, hour).isBetween(before, WeekRule.LENGTH);
        before = place;
      }
    }
  }
}
