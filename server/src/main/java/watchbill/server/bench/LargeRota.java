package watchbill.server.bench;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import watchbill.catalog.PersonId;
import watchbill.rota.Absence;
import watchbill.rota.Change;
import watchbill.rota.Deviations;
import watchbill.rota.Layer;
import watchbill.rota.Lieutenant;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.rota.RotaOverride;
import watchbill.rota.turn.Every;
import watchbill.rota.turn.Occurrences;
import watchbill.rota.turn.Rotation;
import watchbill.rota.turn.Seat;
import watchbill.rota.turn.Turns;
import watchbill.rota.turn.Window;
import watchbill.time.Span;

/// A rota as large as they come: weeks, nights by day, half days in working hours, weekends as
/// separate shifts, and the first of the month.
final class LargeRota {
  static final int LAYERS = 5;
  static final int PEOPLE = 40;

  private static final List<String> ZONES =
      List.of("Europe/Madrid", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC");
  private static final LocalDateTime ANCHOR = LocalDateTime.of(2025, 1, 6, 9, 0);
  private static final LocalTime EIGHT = LocalTime.of(8, 0);
  private static final LocalTime TWENTY = LocalTime.of(20, 0);
  private static final int OVERRIDES = 20;
  private static final int ABSENCES = 20;

  private LargeRota() {}

  static Rota number(int number) {
    var weekdays = new Window.Days.OfWeek(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    var weekend = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    List<Layer> layers =
        List.of(
            layer("weeks", 1, List.of(), rotation(1, Every.Unit.WEEK, 0, 16)),
            layer(
                "nights",
                2,
                List.of(new Window(new Window.Days.All(), TWENTY, EIGHT)),
                rotation(1, Every.Unit.DAY, 16, 24)),
            layer(
                "days",
                3,
                List.of(new Window(weekdays, EIGHT, TWENTY)),
                rotation(6, Every.Unit.HOUR, 24, 32)),
            layer(
                "weekends",
                4,
                List.of(),
                new Occurrences(
                    new Every(1, Every.Unit.WEEK),
                    weekend,
                    ANCHOR,
                    Duration.ofHours(12),
                    1,
                    seats(32, 38))),
            layer(
                "first of the month",
                5,
                List.of(new Window(new Window.Days.OfMonth(Set.of(1)), LocalTime.MIDNIGHT, EIGHT)),
                rotation(1, Every.Unit.MONTH, 38, 40)));
    return new Rota(id(number), zone(number), layers, new Lieutenant.Next());
  }

  /// Overrides and leave, as a team enters them in a year.
  static Deviations deviations(int number, Span window) {
    var random = new Random(number);
    List<RotaOverride> overrides = new ArrayList<>();
    for (int i = 0; i < OVERRIDES; i++) {
      Span span = span(window, random, Duration.ofHours(12));
      var change = new Change.TakeOver(Seat.of(person(random.nextInt(PEOPLE))), 0);
      Instant madeAt = window.from().plusSeconds(i);
      overrides.add(
          new RotaOverride("o" + i, id(number), Role.PRIMARY, span, change, "", person(0), madeAt));
    }
    List<Absence> absences = new ArrayList<>();
    for (int i = 0; i < ABSENCES; i++) {
      Span span = span(window, random, Duration.ofDays(7));
      absences.add(new Absence(person(random.nextInt(PEOPLE)), span, Absence.Why.LEAVE));
    }
    return new Deviations(overrides, absences, Map.of());
  }

  private static Span span(Span window, Random random, Duration length) {
    Instant from = window.from().plusSeconds(random.nextInt(350 * 86_400));
    return new Span(from, from.plus(length));
  }

  private static Layer layer(String name, int priority, List<Window> hours, Turns turns) {
    return new Layer(
        name, Role.PRIMARY, priority, Optional.empty(), Optional.empty(), hours, turns);
  }

  private static Rotation rotation(int count, Every.Unit unit, int first, int last) {
    return new Rotation(new Every(count, unit), ANCHOR, seats(first, last));
  }

  private static List<Seat> seats(int first, int last) {
    return IntStream.range(first, last).mapToObj(i -> Seat.of(person(i))).toList();
  }

  private static PersonId person(int number) {
    return new PersonId("person-" + number);
  }

  private static RotaId id(int number) {
    return new RotaId("rota-" + number);
  }

  private static ZoneId zone(int number) {
    return ZoneId.of(ZONES.get(number % ZONES.size()));
  }
}
