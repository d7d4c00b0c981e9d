package watchbill.server.neutral;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.server.neutral.Batch.onCall;

import org.junit.jupiter.api.Test;

/// One small case for each thing the vocabulary can say about layers.
class VocabularyTest {
  private static String turns(String kind, String rest) {
    return "{\"layers\": [{\"" + kind + "\": {" + rest + "}}]}";
  }

  private static String madrid(String layers) {
    return "{\"time_zone\": \"Europe/Madrid\", \"layers\": [" + layers + "]}";
  }

  @Test
  void nobodyBeforeTheAnchorAndGroupsInTurn() {
    String weeks =
        turns(
            "rotation",
            "\"unit\": \"week\", \"every\": 2, \"anchor\": \"2025-01-06T09:00\","
                + " \"participants\": [[\"B\", \"A\"], [], \"C\"]");
    assertThat(
            onCall(
                weeks,
                "2025-01-06T08:59:59Z",
                "2025-01-06T09:00:00Z",
                "2025-01-20T09:00:00Z",
                "2025-02-03T09:00:00Z",
                "2025-02-17T09:00:00Z"))
        .isEqualTo("- A+B - C A+B");
  }

  @Test
  void aMonthFromThe31stEndsWithTheMonth() {
    String months =
        turns(
            "rotation",
            "\"unit\": \"month\", \"every\": 1, \"anchor\": \"2025-01-31T09:00\","
                + " \"participants\": [[\"A\"], [\"B\"], [\"C\"]]");
    assertThat(
            onCall(
                months,
                "2025-02-28T08:59:00Z",
                "2025-02-28T09:00:00Z",
                "2025-03-31T08:59:00Z",
                "2025-03-31T09:00:00Z",
                "2025-04-30T09:00:00Z"))
        .isEqualTo("A B B C A");
  }

  @Test
  void hoursGoByTheClockOnTheWall() {
    String hours =
        madrid(
            "{\"rotation\": {\"unit\": \"hour\", \"every\": 12, \"anchor\": \"2025-03-29T08:00\","
                + " \"participants\": [[\"A\"], [\"B\"]]}}");
    // The clock is put forward in the night to the 30th: the night of B has eleven hours.
    assertThat(
            onCall(hours, "2025-03-29T18:59:00Z", "2025-03-29T19:00:00Z", "2025-03-30T06:00:00Z"))
        .isEqualTo("A B A");
  }

  @Test
  void byDayEachListedDayIsAShiftWhateverTheInterval() {
    String days =
        turns(
            "occurrences",
            "\"unit\": \"day\", \"interval\": 2, \"by_day\": [\"MO\", \"TU\", \"WE\", \"TH\","
                + " \"FR\"], \"anchor\": \"2024-08-05T09:00\", \"duration\": \"PT8H\","
                + " \"hold\": 2, \"participants\": [[\"A\"], [\"B\"], [\"C\"]]");
    assertThat(
            onCall(
                days,
                "2024-08-05T09:00:00Z",
                "2024-08-06T16:59:59Z",
                "2024-08-06T17:00:00Z",
                "2024-08-07T09:00:00Z",
                "2024-08-09T09:00:00Z",
                "2024-08-10T09:00:00Z",
                "2024-08-12T09:00:00Z",
                "2024-08-13T09:00:00Z"))
        .isEqualTo("A A - B C - C A");
  }

  @Test
  void withoutByDayEveryIntervalDays() {
    String days =
        turns(
            "occurrences",
            "\"unit\": \"day\", \"interval\": 3, \"by_day\": null, \"anchor\":"
                + " \"2025-01-06T22:00\", \"duration\": \"P1DT12H\", \"participants\":"
                + " [[\"A\"], [\"B\"]]");
    assertThat(
            onCall(
                days,
                "2025-01-06T22:00:00Z",
                "2025-01-08T09:59:00Z",
                "2025-01-08T10:00:00Z",
                "2025-01-09T22:00:00Z"))
        .isEqualTo("A A - B");
  }

  @Test
  void everySecondWeekOnListedDays() {
    String weeks =
        turns(
            "occurrences",
            "\"unit\": \"week\", \"interval\": 2, \"by_day\": [\"SA\", \"SU\"], \"anchor\":"
                + " \"2024-08-03T00:00\", \"duration\": \"P1D\", \"hold\": 1, \"participants\":"
                + " [[\"A\"], [\"B\"]]");
    assertThat(
            onCall(
                weeks,
                "2024-08-02T12:00:00Z",
                "2024-08-03T12:00:00Z",
                "2024-08-04T12:00:00Z",
                "2024-08-10T12:00:00Z",
                "2024-08-17T12:00:00Z",
                "2024-08-18T12:00:00Z",
                "2024-08-31T12:00:00Z"))
        .isEqualTo("- A A - B B A");
  }

  @Test
  void theFirstShiftIsTheFirstGroupsThoughTheAnchorsWeekHasNone() {
    String weeks =
        turns(
            "occurrences",
            "\"unit\": \"week\", \"interval\": 1, \"by_day\": [\"MO\"], \"anchor\":"
                + " \"2025-01-08T09:00\", \"duration\": \"PT8H\", \"hold\": 2, \"participants\":"
                + " [[\"A\"], [\"B\"]]");
    assertThat(
            onCall(
                weeks,
                "2025-01-06T10:00:00Z",
                "2025-01-13T10:00:00Z",
                "2025-01-20T10:00:00Z",
                "2025-01-27T10:00:00Z"))
        .isEqualTo("- A A B");
  }

  @Test
  void byMonthTheGroupChangesWithTheMonth() {
    String months =
        turns(
            "occurrences",
            "\"unit\": \"month\", \"interval\": 1, \"by_day\": [\"SA\", \"SU\"], \"anchor\":"
                + " \"2024-08-29T00:00\", \"duration\": \"P1D\", \"hold\": 1, \"participants\":"
                + " [[\"A\"], [\"B\"], [\"C\"]]");
    assertThat(
            onCall(
                months,
                "2024-08-31T12:00:00Z",
                "2024-09-01T12:00:00Z",
                "2024-09-15T12:00:00Z",
                "2024-09-16T12:00:00Z",
                "2024-10-05T12:00:00Z"))
        .isEqualTo("A B B - C");
  }

  @Test
  void theFirstShiftIsTheFirstGroupsThoughTheAnchorsMonthHasNone() {
    String months =
        turns(
            "occurrences",
            "\"unit\": \"month\", \"interval\": 1, \"by_day\": [\"MO\"], \"anchor\":"
                + " \"2025-01-28T00:00\", \"duration\": \"P1D\", \"participants\":"
                + " [[\"A\"], [\"B\"]]");
    assertThat(onCall(months, "2025-02-03T12:00:00Z", "2025-03-03T12:00:00Z")).isEqualTo("A B");
  }

  @Test
  void byMonthWithoutDaysTheShiftIsOnTheAnchorsDay() {
    String months =
        turns(
            "occurrences",
            "\"unit\": \"month\", \"interval\": 1, \"anchor\": \"2025-01-31T00:00\","
                + " \"duration\": \"PT36H\", \"participants\": [[\"A\"], [\"B\"]]");
    assertThat(
            onCall(
                months,
                "2025-02-01T11:59:00Z",
                "2025-02-01T12:00:00Z",
                "2025-02-28T00:00:00Z",
                "2025-03-30T23:00:00Z",
                "2025-03-31T00:00:00Z"))
        .isEqualTo("A - B - A");
  }

  @Test
  void byTheHour() {
    String hours =
        turns(
            "occurrences",
            "\"unit\": \"hour\", \"interval\": 6, \"anchor\": \"2025-01-06T00:00\","
                + " \"duration\": \"PT1H30M\", \"hold\": 2, \"participants\": [[\"A\"], [\"B\"]]");
    assertThat(
            onCall(
                hours,
                "2025-01-06T00:00:00Z",
                "2025-01-06T01:30:00Z",
                "2025-01-06T06:00:00Z",
                "2025-01-06T12:00:00Z",
                "2025-01-07T00:00:00Z"))
        .isEqualTo("A - A B A");
  }

  @Test
  void theHighestThatHasAnybodyWinsAndEqualOnesAreUnited() {
    String layers =
        madrid(
            "{\"fixed\": [\"A\"]}, {\"fixed\": [\"B\"], \"priority\": 1},"
                + " {\"fixed\": [\"C\"], \"priority\": 5, \"restrict\":"
                + " [{\"date\": \"2025-01-06\", \"start\": \"09:00\", \"end\": \"17:00\"}]},"
                + " {\"fixed\": [], \"priority\": 9}");
    assertThat(
            onCall(layers, "2025-01-06T07:59:00Z", "2025-01-06T08:00:00Z", "2025-01-06T16:00:00Z"))
        .isEqualTo("A+B C A+B");
  }

  @Test
  void aLayerCountsFromAndUntil() {
    String layers =
        madrid(
            "{\"fixed\": [\"A\"], \"from\": \"2025-01-06T00:00:00Z\","
                + " \"until\": \"2025-01-07T01:00:00+01:00\"}");
    assertThat(
            onCall(layers, "2025-01-05T23:59:59Z", "2025-01-06T00:00:00Z", "2025-01-07T00:00:00Z"))
        .isEqualTo("- A -");
  }

  @Test
  void anOvernightWindowBelongsToItsStartDay() {
    String layers =
        "{\"layers\": [{\"fixed\": [\"A\"], \"restrict\":"
            + " [{\"month_days\": [31], \"start\": \"20:00\", \"end\": \"08:00\"}]}]}";
    assertThat(
            onCall(
                layers,
                "2025-01-31T19:59:00Z",
                "2025-01-31T20:00:00Z",
                "2025-02-01T07:59:00Z",
                "2025-02-01T08:00:00Z",
                "2025-02-28T21:00:00Z",
                "2025-03-31T07:00:00Z"))
        .isEqualTo("- A A - - -");
  }

  @Test
  void aWholeDayIsFromMidnightToMidnight() {
    String layers =
        madrid(
            "{\"fixed\": [\"A\"], \"restrict\":"
                + " {\"days\": [\"Sun\"], \"start\": \"00:00\", \"end\": \"00:00\"}}");
    assertThat(
            onCall(
                layers,
                "2025-10-25T21:59:00Z",
                "2025-10-25T22:00:00Z",
                "2025-10-26T22:59:00Z",
                "2025-10-26T23:00:00Z"))
        .isEqualTo("- A A -");
  }

  @Test
  void windowsWhereTheClockIsPutBackOverlapAndLeaveNoGap() {
    String layers =
        madrid(
            "{\"fixed\": [\"A\"], \"restrict\": [{\"start\": \"02:30\", \"end\": \"12:00\"}]},"
                + "{\"fixed\": [\"B\"],"
                + " \"restrict\": [{\"start\": \"12:00\", \"end\": \"02:30\"}]}");
    assertThat(
            onCall(
                layers,
                "2025-10-26T00:29:00Z",
                "2025-10-26T00:30:00Z",
                "2025-10-26T01:29:00Z",
                "2025-10-26T01:30:00Z"))
        .isEqualTo("B A+B A+B A");
  }

  @Test
  void whatTheClockSkipsIsShiftedForward() {
    String layers =
        madrid("{\"fixed\": [\"A\"], \"restrict\": [{\"start\": \"02:30\", \"end\": \"02:45\"}]}");
    assertThat(
            onCall(layers, "2025-03-30T01:29:00Z", "2025-03-30T01:30:00Z", "2025-03-30T01:45:00Z"))
        .isEqualTo("- A -");
  }
}
