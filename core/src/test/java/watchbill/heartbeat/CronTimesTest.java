package watchbill.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Days on which the clock changes are days like any other, but for what Vixie cron says of them.
class CronTimesTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @ParameterizedTest
  @CsvSource({
    // Madrid skips 02:00 to 03:00 on 30 March and repeats it on 26 October.
    "0 3 * * *,       Europe/Madrid,        2025-01-06T03:00:00Z, 2025-01-07T02:00:00Z",
    "30 2 * * *,      Europe/Madrid,        2025-03-29T12:00:00Z, 2025-03-30T01:00:00Z",
    "30 2 * * *,      Europe/Madrid,        2025-03-30T01:00:00Z, 2025-03-31T00:30:00Z",
    "30 2 * * *,      Europe/Madrid,        2025-10-25T12:00:00Z, 2025-10-26T00:30:00Z",
    "30 2 * * *,      Europe/Madrid,        2025-10-26T00:30:00Z, 2025-10-27T01:30:00Z",
    "30 * * * *,      Europe/Madrid,        2025-03-30T00:30:00Z, 2025-03-30T01:30:00Z",
    "30 * * * *,      Europe/Madrid,        2025-10-26T00:30:00Z, 2025-10-26T01:30:00Z",
    "*/15 2 * * *,    Europe/Madrid,        2025-03-29T12:00:00Z, 2025-03-31T00:00:00Z",
    // Lord Howe moves by half an hour only: it skips 02:00 to 02:30, and repeats 01:30 to 02:00.
    "15 2 * * *,      Australia/Lord_Howe,  2025-10-04T12:00:00Z, 2025-10-04T15:30:00Z",
    "45 1 * * *,      Australia/Lord_Howe,  2025-04-05T12:00:00Z, 2025-04-05T14:45:00Z",
    "45 1 * * *,      Australia/Lord_Howe,  2025-04-05T14:45:00Z, 2025-04-06T15:15:00Z",
    // Havana skips midnight itself.
    "0 0 * * *,       America/Havana,       2025-03-08T12:00:00Z, 2025-03-09T05:00:00Z",
    "30 0 * * *,      America/Havana,       2025-11-02T04:30:00Z, 2025-11-03T05:30:00Z",
    // Either day will do, unless one is a star.
    "0 0 13 * 5,      UTC,                  2025-01-06T03:00:00Z, 2025-01-10T00:00:00Z",
    "0 0 13 * 5,      UTC,                  2025-01-10T03:00:00Z, 2025-01-13T00:00:00Z",
    "0 0 13 * *,      UTC,                  2025-01-06T03:00:00Z, 2025-01-13T00:00:00Z",
    "0 0 */2 * 5,     UTC,                  2025-01-06T03:00:00Z, 2025-01-17T00:00:00Z",
    "0 0 29 2 *,      UTC,                  2025-01-06T03:00:00Z, 2028-02-29T00:00:00Z",
    "0 9 * jan-mar 7, UTC,                  2025-04-01T00:00:00Z, 2026-01-04T09:00:00Z",
    "@hourly,         UTC,                  2025-01-06T03:00:00Z, 2025-01-06T04:00:00Z",
    "59 23 31 12 *,   Pacific/Apia,         2025-01-01T00:00:00Z, 2025-12-31T10:59:00Z",
  })
  void comesWhenVixieCronWouldRunIt(String cron, String zone, Instant after, Instant next) {
    assertThat(CronTimes.next(cron(cron), ZoneId.of(zone), after)).isEqualTo(next);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "* * * *",
        "* * * * * *",
        "60 * * * *",
        "* 24 * * *",
        "* * 0 * *",
        "* * * 13 *",
        "* * * * 8",
        "5-1 * * * *",
        "*/0 * * * *",
        "5/2 * * * *",
        "a * * * *",
        "* * * * mo",
        "1,,2 * * * *",
        "* * 30 2 *",
        "* * 31 4,6,9,11 *",
        "@reboot",
        "*-5 * * * *",
        "-1 * * * *",
        "* * * jan/ *",
        "1- * * * *"
      })
  void refusesWhatIsNone(String text) {
    assertThat(CronExpression.parse(text)).isEmpty();
  }

  /// Cron itself, minute by minute: what the clock shows runs, what it skipped is caught up, what
  /// it shows again is not run again; and a job with a star goes by the clock alone.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Madrid",
        "America/New_York",
        "Australia/Lord_Howe",
        "America/Havana",
        "Africa/Casablanca"
      })
  void agreesWithCronMinuteByMinuteThroughAYear(String zone) {
    var random = new Random(zone.hashCode());
    List<String> crons = new ArrayList<>(List.of("*/20 * * * *", "30 2 * * *", "0 0 * * *"));
    for (int i = 0; i < 6; i++) {
      crons.add(anyCron(random));
    }
    List<Minute> year = minutes(ZoneId.of(zone), 2025);
    for (String cron : crons) {
      walk(cron(cron), ZoneId.of(zone), year);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "5 0 */7 2 3, 2025-01-06T03:00:00Z, 2034-02-01T00:05:00Z",
    "0 0 29 2 */7, 2025-01-06T03:00:00Z, 2032-02-29T00:00:00Z",
    "0 0 29 2 */7, 2089-01-06T03:00:00Z, 2128-02-29T00:00:00Z",
  })
  void waitsManyYearsForADayOfTheWeekInFebruary(String cron, Instant after, Instant next) {
    assertThat(CronTimes.next(cron(cron), ZoneId.of("UTC"), after)).isEqualTo(next);
  }

  @Test
  void findsTheNextRunOfAnyCronQuickly() {
    CronExpression rare = cron("0 0 29 2 *");
    Instant after = Instant.parse("2096-03-01T00:00:00Z");
    assertThat(CronTimes.next(rare, ZoneId.of("UTC"), after)).isEqualTo("2104-02-29T00:00:00Z");
  }

  /// One minute of a year, as the clock on the wall shows it.
  ///
  /// @param again whether it was shown before
  /// @param skipped what the clock left out just before it
  private record Minute(
      Instant at, LocalDateTime shown, boolean again, List<LocalDateTime> skipped) {}

  private static void walk(CronExpression cron, ZoneId zone, List<Minute> year) {
    Instant at = year.getFirst().at().minus(MINUTE);
    for (Minute minute : year) {
      boolean runs = isDue(cron, minute.shown()) && (cron.isWildcard() || !minute.again());
      boolean caughtUp =
          !cron.isWildcard() && minute.skipped().stream().anyMatch(s -> isDue(cron, s));
      if (runs || caughtUp) {
        Instant next = CronTimes.next(cron, zone, at);
        if (!next.equals(minute.at())) {
          assertThat(next).as(cron + " in " + zone + " after " + at).isEqualTo(minute.at());
        }
        at = next;
      }
    }
    assertThat(at).as(cron + " comes").isAfter(year.getFirst().at());
  }

  private static List<Minute> minutes(ZoneId zone, int year) {
    List<Minute> minutes = new ArrayList<>();
    Instant at = LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant();
    Instant end = LocalDate.of(year + 1, 1, 1).atStartOfDay(zone).toInstant();
    LocalDateTime before = LocalDateTime.ofInstant(at, zone);
    LocalDateTime latest = before;
    for (at = at.plus(MINUTE); at.isBefore(end); at = at.plus(MINUTE)) {
      LocalDateTime shown = LocalDateTime.ofInstant(at, zone);
      List<LocalDateTime> skipped =
          shown.isEqual(before.plus(MINUTE)) ? List.of() : new ArrayList<>();
      for (var s = before.plus(MINUTE); s.isBefore(shown); s = s.plus(MINUTE)) {
        skipped.add(s);
      }
      minutes.add(new Minute(at, shown, !shown.isAfter(latest), skipped));
      latest = shown.isAfter(latest) ? shown : latest;
      before = shown;
    }
    return minutes;
  }

  private static boolean isDue(CronExpression cron, LocalDateTime shown) {
    return cron.atTime(shown.toLocalTime()) && cron.onDay(shown.toLocalDate());
  }

  private static String anyCron(Random random) {
    String minute = pick(random, "*", "*/7", "0", "30", "15,45", "10-50/20", "59");
    String hour = pick(random, "*", "*/2", "0", "2", "1-3", "0-23", "3,23");
    String day = pick(random, "*", "*", "*", "1", "13,30", "*/3");
    String week = pick(random, "*", "*", "*", "sun", "1-5", "0,6");
    return minute + " " + hour + " " + day + " " + pick(random, "*", "*", "mar-nov") + " " + week;
  }

  private static String pick(Random random, String... of) {
    return of[random.nextInt(of.length)];
  }

  private static CronExpression cron(String text) {
    return CronExpression.parse(text).orElseThrow();
  }
}
