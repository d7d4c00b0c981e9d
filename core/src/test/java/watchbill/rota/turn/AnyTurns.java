package watchbill.rota.turn;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import watchbill.crew.Crew;

/// Layers as nobody would write them.
public final class AnyTurns {
  private final Random random;
  private final LocalDate from;

  /// @param from anchors lie within some weeks after it
  public AnyTurns(Random random, LocalDate from) {
    this.random = random;
    this.from = from;
  }

  public Turns turns() {
    return switch (random.nextInt(5)) {
      case 0 -> new Fixed(seat());
      case 1, 2 -> rotation();
      default -> shifts();
    };
  }

  public Rotation rotation() {
    Every.Unit unit = unit();
    int most = unit == Every.Unit.HOUR ? 60 : 6;
    return new Rotation(new Every(1 + random.nextInt(most), unit), anchor(), seats());
  }

  public Occurrences shifts() {
    Every.Unit unit = unit();
    int count = 1 + random.nextInt(unit == Every.Unit.HOUR ? 40 : 3);
    Set<DayOfWeek> days = unit == Every.Unit.HOUR ? Set.of() : daysOfWeek();
    if (unit == Every.Unit.DAY && count == 7) {
      days = Set.of();
    }
    Duration length = Duration.ofMinutes(30L * (1 + random.nextInt(100)));
    int hold = 1 + random.nextInt(3);
    return new Occurrences(new Every(count, unit), days, anchor(), length, hold, seats());
  }

  /// None at all in one case of two.
  public List<Window> hours() {
    List<Window> windows = new ArrayList<>();
    int count = random.nextBoolean() ? 0 : 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      windows.add(new Window(days(), time(), random.nextInt(5) == 0 ? LocalTime.MIDNIGHT : time()));
    }
    return windows;
  }

  public LocalTime time() {
    return random.nextBoolean()
        ? LocalTime.of(random.nextInt(4), 15 * random.nextInt(4))
        : LocalTime.of(random.nextInt(24), 5 * random.nextInt(12));
  }

  private Every.Unit unit() {
    return List.of(Every.Unit.values()).get(random.nextInt(4));
  }

  private LocalDateTime anchor() {
    return from.plusDays(random.nextInt(40)).atTime(time());
  }

  private List<Seat> seats() {
    List<Seat> seats = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(5); i++) {
      seats.add(random.nextInt(5) == 0 ? Seat.EMPTY : seat());
    }
    return seats;
  }

  private Seat seat() {
    var crew = List.of(Crew.ANA, Crew.BEN, Crew.CHO, Crew.DEV);
    int first = random.nextInt(4);
    return random.nextInt(3) == 0
        ? Seat.of(crew.get(first), crew.get((first + 1) % 4))
        : Seat.of(crew.get(first));
  }

  private Set<DayOfWeek> daysOfWeek() {
    Set<DayOfWeek> days = new HashSet<>();
    for (int i = 0; i < random.nextInt(5); i++) {
      days.add(DayOfWeek.of(1 + random.nextInt(7)));
    }
    return days;
  }

  private Window.Days days() {
    return switch (random.nextInt(4)) {
      case 0 -> new Window.Days.All();
      case 1 -> new Window.Days.OfMonth(Set.of(1 + random.nextInt(31), -1 - random.nextInt(3)));
      case 2 -> new Window.Days.On(from.plusDays(random.nextInt(80)));
      default -> {
        Set<DayOfWeek> days = daysOfWeek();
        days.add(DayOfWeek.MONDAY);
        yield new Window.Days.OfWeek(days);
      }
    };
  }
}
