package watchbill.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchbill.rota.turn.Every;
import watchbill.rota.turn.Window;

class RotaShapesTest {
  @ParameterizedTest
  @CsvSource({
    "1 week, week",
    "week, week",
    "2 weeks, 2 weeks",
    "52 weeks, 52 weeks",
    "36 hours, 36 hours",
    "10 days, 10 days",
    "month, month",
    "53 weeks,",
    "367 days,",
    "13 months,",
    "0 weeks,",
    "0 hours,",
    "1w,",
    "Week,",
    "fortnight,"
  })
  void lengthsOfTurns(String text, String accepted) {
    assertThat(RotaShapes.EVERY.parse().apply(text).map(Every::inWords))
        .isEqualTo(Optional.ofNullable(accepted));
  }

  @ParameterizedTest
  @CsvSource({
    "1 h, PT1H",
    "90m, PT1H30M",
    "12 h, PT12H",
    "28 d, PT672H",
    "0 h,",
    "59m,",
    "29 d,",
    "h,"
  })
  void lengthsOfShifts(String text, String accepted) {
    assertThat(RotaShapes.LENGTH.parse().apply(text).map(Object::toString))
        .isEqualTo(Optional.ofNullable(accepted));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-05, 2026-01-05T00:00",
    "2026-01-05T09:30, 2026-01-05T09:30",
    "2026-02-30,",
    "1999-12-31,",
    "2026-01-05 09:30,",
    "2026-01-05T09:30Z,"
  })
  void moments(String text, String accepted) {
    assertThat(RotaShapes.MOMENT.parse().apply(text).map(Object::toString))
        .isEqualTo(Optional.ofNullable(accepted));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20:00-08:00              | every day 20:00 08:00",
        "00:00-24:00              | every day 00:00 00:00",
        "Mon-Fri 09:00-17:00      | [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY] 09:00 17:00",
        "Sat Sun 10:00-22:00      | [SATURDAY, SUNDAY] 10:00 22:00",
        "Sat,Sun 10:00-22:00      | [SATURDAY, SUNDAY] 10:00 22:00",
        "Sun-Mon 10:00-22:00      | [MONDAY, SUNDAY] 10:00 22:00",
        "1st last 00:00-24:00     | [-1, 1] 00:00 00:00",
        "1st-3rd 31st 09:00-10:00 | [1, 2, 3, 31] 09:00 10:00",
        "2026-12-24 18:00-24:00   | 2026-12-24 18:00 00:00",
        "Mon                      |",
        "Mon 9:00-17:00           |",
        "Mon 09:00-25:00          |",
        "Mon 24:00-01:00          |",
        "Moo 09:00-17:00          |",
        "Mon 1st 09:00-17:00      |",
        "32nd 09:00-17:00         |",
        "0th 09:00-17:00          |",
        "3rd-1st 09:00-17:00      |",
        "2026-02-30 09:00-17:00   |",
        "Mon 09:00 - 17:00        |",
      })
  void hours(String text, String accepted) {
    assertThat(RotaShapes.HOURS.parse().apply(text).map(RotaShapesTest::inWords))
        .isEqualTo(Optional.ofNullable(accepted));
  }

  private static String inWords(Window window) {
    String days =
        switch (window.days()) {
          case Window.Days.All _ -> "every day";
          case Window.Days.OfWeek(var all) -> all.toString();
          case Window.Days.OfMonth(var all) -> all.toString();
          case Window.Days.On(var date) -> date.toString();
        };
    return days + " " + window.start() + " " + window.end();
  }
}
