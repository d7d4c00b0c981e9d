package watchbill.server.neutral;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import watchbill.rota.turn.Every;
import watchbill.rota.turn.Fixed;
import watchbill.rota.turn.Occurrences;
import watchbill.rota.turn.Rotation;
import watchbill.rota.turn.Turns;

/// Reads how a layer shares out the time.
final class TurnsReader {
  private static final Set<String> KINDS = Set.of("rotation", "occurrences", "fixed");
  private static final Set<String> ROTATION = Set.of("unit", "every", "anchor", "participants");
  private static final Set<String> OCCURRENCES =
      Set.of("unit", "interval", "by_day", "anchor", "duration", "hold", "participants");
  private static final Pattern WEEKS = Pattern.compile("P([0-9]{1,4})W");
  private static final Duration LONGEST = Duration.ofDays(366);

  private TurnsReader() {}

  static Turns read(Part layer) {
    List<String> given = KINDS.stream().filter(kind -> !layer.field(kind).isAbsent()).toList();
    if (given.size() != 1) {
      throw layer.wrong("exactly one of rotation, occurrences and fixed");
    }
    Part part = layer.field(given.getFirst());
    return switch (given.getFirst()) {
      case "rotation" -> rotation(part.object(ROTATION));
      case "occurrences" -> occurrences(part.object(OCCURRENCES));
      default -> new Fixed(People.seat(part));
    };
  }

  private static Rotation rotation(Part part) {
    return new Rotation(
        new Every(count(part.field("every")), unit(part.field("unit"))),
        part.field("anchor").local(),
        People.seats(part.field("participants")));
  }

  private static Occurrences occurrences(Part part) {
    Every.Unit unit = unit(part.field("unit"));
    int interval = count(part.field("interval"));
    Part byDay = part.field("by_day");
    Set<DayOfWeek> days = byDay.optional(Weekdays::read).orElse(Set.of());
    if (unit == Every.Unit.HOUR && !days.isEmpty()) {
      throw byDay.wrong("null where the unit is hour");
    }
    // By day and weekday every listed weekday is a shift, whatever the interval: how often the
    // group changes is said by `hold` alone.
    boolean each = unit == Every.Unit.DAY && !days.isEmpty();
    return new Occurrences(
        new Every(each ? 1 : interval, unit),
        days,
        part.field("anchor").local(),
        duration(part.field("duration")),
        count(part.field("hold")),
        People.seats(part.field("participants")));
  }

  private static Every.Unit unit(Part part) {
    String allowed = "hour, day, week or month";
    String word = part.text(allowed).toLowerCase(Locale.ROOT);
    return Arrays.stream(Every.Unit.values())
        .filter(unit -> unit.word().equals(word))
        .findFirst()
        .orElseThrow(() -> part.wrong(allowed));
  }

  private static int count(Part part) {
    return part.optional(p -> p.whole(1, Every.MAX_COUNT)).orElse(1);
  }

  private static Duration duration(Part part) {
    String allowed = "a length of at most 366 days, like PT12H, P1D or PT36H";
    Duration length = part.parsed(TurnsReader::parseDuration, allowed);
    if (!length.isPositive() || length.compareTo(LONGEST) > 0) {
      throw part.wrong(allowed);
    }
    return length;
  }

  private static Duration parseDuration(String text) {
    Matcher weeks = WEEKS.matcher(text);
    return weeks.matches()
        ? Duration.ofDays(7L * Integer.parseInt(weeks.group(1)))
        : Duration.parse(text);
  }
}
