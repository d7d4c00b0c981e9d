package watchbill.server.neutral;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import watchbill.rota.Layer;
import watchbill.rota.Role;
import watchbill.rota.turn.Window;

/// Reads one layer, and the windows it is restricted to.
final class LayerReader {
  private static final int WINDOWS = 1_000;
  private static final int DAYS = 100;
  private static final int PRIORITY = 1_000_000;
  private static final Set<String> LAYER =
      Set.of("priority", "from", "until", "restrict", "rotation", "occurrences", "fixed");
  private static final Set<String> WINDOW = Set.of("days", "month_days", "date", "start", "end");

  private LayerReader() {}

  static Layer read(Part part) {
    part.object(LAYER);
    Optional<Instant> from = part.field("from").optional(Part::instant);
    Optional<Instant> until = part.field("until").optional(Part::instant);
    if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
      throw part.field("until").wrong("an instant after from");
    }
    return new Layer(
        part.path(),
        Role.PRIMARY,
        part.field("priority").optional(p -> p.whole(-PRIORITY, PRIORITY)).orElse(1),
        from,
        until,
        part.field("restrict").optional(LayerReader::windows).orElse(List.of()),
        TurnsReader.read(part));
  }

  private static List<Window> windows(Part part) {
    return part.value().isObject()
        ? List.of(window(part))
        : part.items(WINDOWS, "windows").stream().map(LayerReader::window).toList();
  }

  private static Window window(Part part) {
    part.object(WINDOW);
    LocalTime start = part.field("start").time();
    LocalTime end = part.field("end").time();
    return new Window(days(part), start, end);
  }

  private static Window.Days days(Part window) {
    List<String> given =
        List.of("days", "month_days", "date").stream()
            .filter(kind -> !window.field(kind).isAbsent())
            .toList();
    if (given.isEmpty()) {
      return new Window.Days.All();
    }
    if (given.size() > 1) {
      throw window.wrong("one of days, month_days and date");
    }
    Part part = window.field(given.getFirst());
    return switch (given.getFirst()) {
      case "days" -> new Window.Days.OfWeek(Weekdays.read(part));
      case "month_days" -> new Window.Days.OfMonth(monthDays(part));
      default -> new Window.Days.On(part.date());
    };
  }

  private static Set<Integer> monthDays(Part part) {
    return part.items(DAYS, "days of the month").stream()
        .map(LayerReader::monthDay)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// 1 to 31, or -1 to -31 counted from the end of the month.
  private static int monthDay(Part part) {
    int day = part.whole(-31, 31);
    if (day == 0) {
      throw part.wrong("1 to 31, or -1 to -31 from the end");
    }
    return day;
  }
}
