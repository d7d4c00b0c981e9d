package watchbill.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchbill.rota.turn.Window;

class HoursTest {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  private static boolean never(LocalDate day) {
    return false;
  }

  @ParameterizedTest
  @CsvSource({
    // Monday at night, in the hours, after them, on Friday evening, on Saturday.
    "2025-01-06T04:00, 2025-01-06T09:00",
    "2025-01-06T09:00, 2025-01-06T09:00",
    "2025-01-06T17:59, 2025-01-06T17:59",
    "2025-01-06T18:00, 2025-01-07T09:00",
    "2025-01-10T19:00, 2025-01-13T09:00",
    "2025-01-11T12:00, 2025-01-13T09:00",
    // The clocks change on the last Sundays of March and October.
    "2025-03-28T18:00, 2025-03-31T09:00",
    "2025-10-24T18:00, 2025-10-27T09:00",
  })
  void opensAtTheFirstAllowedMinute(String from, String first) {
    assertThat(office(MADRID).firstFrom(madrid(from), HoursTest::never)).contains(madrid(first));
  }

  @Test
  void aWindowThatStartsOnAHolidayIsShut() {
    Predicate<LocalDate> reyes = LocalDate.of(2025, 1, 6)::equals;
    assertThat(office(MADRID).firstFrom(madrid("2025-01-06T10:00"), reyes))
        .contains(madrid("2025-01-07T09:00"));
    var night = new Window(new Window.Days.All(), LocalTime.of(20, 0), LocalTime.of(4, 0));
    assertThat(hours(MADRID, List.of(night)).firstFrom(madrid("2025-01-07T02:00"), reyes))
        .contains(madrid("2025-01-07T20:00"));
  }

  @Test
  void hoursThatNeverOpenAreNone() {
    assertThat(office(MADRID).firstFrom(madrid("2025-01-06T04:00"), _ -> true)).isEmpty();
    var past =
        new Window(
            new Window.Days.On(LocalDate.of(2024, 1, 1)), LocalTime.of(9, 0), LocalTime.of(18, 0));
    assertThat(hours(MADRID, List.of(past)).firstFrom(madrid("2025-01-06T04:00"), HoursTest::never))
        .isEmpty();
  }

  /// Against a walk minute by minute with a clock on the wall.
  @Test
  void theFirstAllowedMinuteIsTheFirstOneAWalkFinds() {
    long seed = new Random().nextLong();
    System.out.println("HoursTest: seed " + seed);
    var random = new Random(seed);
    List<ZoneId> zones =
        List.of(
            MADRID,
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("America/Santiago"),
            ZoneId.of("UTC"));
    for (int i = 0; i < 300; i++) {
      ZoneId zone = zones.get(random.nextInt(zones.size()));
      int start = random.nextInt(23 * 4) * 15;
      int length = 15 * (1 + random.nextInt(40));
      Window window = window(random, start, length);
      Set<LocalDate> holidays = new HashSet<>();
      // Around a change of the clock, where all that is hard lies.
      Instant at = nearAChange(zone, random);
      LocalDate day = LocalDate.ofInstant(at, zone);
      for (int h = 0; h < 3; h++) {
        holidays.add(day.plusDays(random.nextInt(6)));
      }
      Hours hours = hours(zone, List.of(window));
      assertThat(hours.firstFrom(at, holidays::contains))
          .as("seed %s, round %s: %s from %s, holidays %s", seed, i, hours, at, holidays)
          .isEqualTo(walk(window, zone, at, holidays));
    }
  }

  private static Window window(Random random, int start, int length) {
    Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
    while (random.nextInt(3) > 0) {
      days.add(DayOfWeek.of(1 + random.nextInt(7)));
    }
    LocalTime from = LocalTime.of(start / 60, start % 60);
    return new Window(new Window.Days.OfWeek(days), from, from.plusMinutes(length));
  }

  private static Instant nearAChange(ZoneId zone, Random random) {
    Instant about =
        Instant.parse("2025-01-01T00:00:00Z").plus(Duration.ofHours(random.nextInt(9_000)));
    var change = zone.getRules().nextTransition(about);
    Instant near = change == null ? about : change.getInstant();
    return near.minus(Duration.ofMinutes(random.nextInt(3 * 1_440)));
  }

  private static Optional<Instant> walk(
      Window window, ZoneId zone, Instant at, Set<LocalDate> holidays) {
    for (Instant t = at; t.isBefore(at.plus(Duration.ofDays(59))); t = t.plusSeconds(60)) {
      if (isOpen(window, zone, t, holidays)) {
        return Optional.of(t);
      }
    }
    return Optional.empty();
  }

  private static boolean isOpen(Window window, ZoneId zone, Instant t, Set<LocalDate> holidays) {
    LocalDate today = LocalDate.ofInstant(t, zone);
    for (LocalDate day : List.of(today.minusDays(1), today)) {
      boolean open =
          !holidays.contains(day)
              && window.on(day, zone).filter(span -> span.contains(t)).isPresent();
      if (open) {
        return true;
      }
    }
    return false;
  }

  private static Hours office(ZoneId zone) {
    return hours(
        zone,
        List.of(
            new Window(
                new Window.Days.OfWeek(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
                LocalTime.of(9, 0),
                LocalTime.of(18, 0))));
  }

  private static Hours hours(ZoneId zone, List<Window> windows) {
    return new Hours("payments", windows, zone, Optional.empty(), false);
  }

  private static Instant madrid(String local) {
    return ZonedDateTime.parse(local + "+00:00[UTC]").withZoneSameLocal(MADRID).toInstant();
  }
}
