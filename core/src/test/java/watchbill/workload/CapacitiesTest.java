package watchbill.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.crew.Crew.ANA;
import static watchbill.crew.Crew.BEN;
import static watchbill.crew.Crew.MADRID;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchbill.time.Span;
import watchbill.workload.Capacities.Capacity;
import watchbill.workload.Capacities.Engagement;

/// What is left for planned work.
class CapacitiesTest {
  private static final HomeClock HOME =
      new HomeClock(MADRID, Set.of(LocalDate.of(2025, 1, 6)), HourSettings.USUAL);

  @Test
  void aWeekOfDutyCountsForHalf() {
    List<Capacity> days =
        Capacities.days(
            new Engagement(
                ANA, HOME, List.of(span("2025-01-07T09:00", "2025-01-14T09:00")), List.of(), 50),
            LocalDate.of(2025, 1, 5),
            LocalDate.of(2025, 1, 15));
    assertThat(days)
        .extracting(d -> d.date().getDayOfMonth() + " " + d.percent() + " " + d.because())
        .containsExactly(
            "5 0 weekend",
            "6 0 holiday",
            "7 50 on duty",
            "8 50 on duty",
            "9 50 on duty",
            "10 50 on duty",
            "11 0 weekend",
            "12 0 weekend",
            "13 50 on duty",
            "14 100 ");
  }

  @ParameterizedTest
  @CsvSource({
    "50, 00:00, 09:00, 18:00, 23:00, 100, ''",
    "50, 09:00, 18:00, 20:00, 21:00, 50, on duty",
    "0, 09:00, 18:00, 20:00, 21:00, 0, on duty",
    "100, 09:00, 18:00, 20:00, 21:00, 100, on duty",
    "50, 20:00, 21:00, 00:00, 23:59, 0, away",
    "50, 20:00, 21:00, 09:00, 13:30, 50, away",
    "50, 09:00, 18:00, 09:00, 13:30, 25, away and on duty",
    "50, 09:00, 12:00, 15:00, 18:00, 50, away and on duty",
    "33, 09:00, 10:00, 20:00, 21:00, 93, on duty"
  })
  void dutyAndLeaveTakeTheirPart(
      int onDuty,
      String from,
      String until,
      String awayFrom,
      String awayUntil,
      int left,
      String why) {
    Span duty = span("2025-01-08T" + from, "2025-01-08T" + until);
    Span away = span("2025-01-08T" + awayFrom, "2025-01-08T" + awayUntil);
    LocalDate day = LocalDate.of(2025, 1, 8);
    assertThat(
            Capacities.days(
                new Engagement(ANA, HOME, List.of(duty, duty), List.of(away), onDuty),
                day,
                day.plusDays(1)))
        .containsExactly(new Capacity(ANA, day, left, why));
  }

  @Test
  void aTeamIsTheSumOfItsPeople() {
    LocalDate wednesday = LocalDate.of(2025, 1, 8);
    List<Capacity> days =
        List.of(
            new Capacity(ANA, wednesday, 50, "on duty"),
            new Capacity(BEN, wednesday.plusDays(1), 100, ""),
            new Capacity(BEN, wednesday, 100, ""));
    assertThat(Capacities.ofTeam(days))
        .containsExactly(
            new Capacities.TeamCapacity(wednesday, 2, 150),
            new Capacities.TeamCapacity(wednesday.plusDays(1), 1, 100));
  }

  private static Span span(String from, String until) {
    return new Span(
        LocalDateTime.parse(from).atZone(MADRID).toInstant(),
        LocalDateTime.parse(until).atZone(MADRID).toInstant());
  }
}
