package watchbill.server.config.alertmanager;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import watchbill.route.TimeInterval;
import watchbill.route.TimeInterval.Range;
import watchbill.route.TimeInterval.Times;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Mistake;
import watchbill.server.config.source.Shape;

/// Reads `time_intervals`.
final class IntervalReader {
  private static final int MAX = 1_000;
  private static final int YEARS_FROM = 1970;
  private static final int YEARS_TO = 9999;

  private static final Shape<String> NAME = text("a name");
  private static final Shape<LocalTime> TIME =
      Shape.of("a time from 00:00 to 24:00", IntervalReader::time);
  private static final Shape<ZoneId> ZONE =
      Shape.of("an IANA time zone, like Europe/Madrid", IntervalReader::zone);
  private static final Shape<Set<DayOfWeek>> DAYS =
      Shape.of("days like monday:friday", IntervalReader::days);
  private static final Shape<Range> DAYS_OF_MONTH =
      Shape.of("days like 1:5 or -3:-1", text -> range(text, IntervalReader::dayOfMonth));
  private static final Shape<Range> MONTHS =
      Shape.of("months like 1:3 or may:august", text -> range(text, IntervalReader::month));
  private static final Shape<Range> YEARS =
      Shape.of("years like 2026:2028", text -> range(text, IntervalReader::year));

  private final Map<String, List<TimeInterval>> read = new HashMap<>();

  /// What each name stands for.
  Map<String, List<TimeInterval>> intervals() {
    return Map.copyOf(read);
  }

  void read(Field section) {
    for (Field item : section.items(0, MAX, "time intervals")) {
      item.fields("name", "time_intervals").ifPresent(this::readOne);
    }
  }

  private void readOne(Fields fields) {
    Optional<String> name = fields.required("name", NAME);
    List<TimeInterval> parts = new ArrayList<>();
    fields
        .required("time_intervals", "a list of intervals")
        .ifPresent(list ->
            list.items(0, MAX, "intervals").forEach(part -> part(part).ifPresent(parts::add)));
    name.filter(n -> read.putIfAbsent(n, List.copyOf(parts)) != null)
        .ifPresent(n ->
            fields
                .whole()
                .refuse(Mistake.Kind.DUPLICATE, "the interval '" + n + "' is given twice", ""));
  }

  private static Optional<TimeInterval> part(Field field) {
    return field
        .fields("times", "weekdays", "days_of_month", "months", "years", "location")
        .map(part ->
            new TimeInterval(
                times(part),
                weekdays(part),
                ranges(part, "days_of_month", DAYS_OF_MONTH),
                ranges(part, "months", MONTHS),
                ranges(part, "years", YEARS),
                part.optional("location", ZONE).orElse(ZoneOffset.UTC)));
  }

  private static List<Times> times(Fields part) {
    return items(part, "times")
        .flatMap(item -> item.fields("start_time", "end_time").stream())
        .flatMap(times -> {
          Optional<LocalTime> start = times.required("start_time", TIME);
          Optional<LocalTime> end = times.required("end_time", TIME);
          return start.flatMap(s -> end.map(e -> new Times(s, e))).stream();
        })
        .toList();
  }

  private static Set<DayOfWeek> weekdays(Fields part) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    items(part, "weekdays").flatMap(item -> item.as(DAYS).stream()).forEach(days::addAll);
    return days;
  }

  private static List<Range> ranges(Fields part, String key, Shape<Range> shape) {
    return items(part, key).flatMap(item -> item.as(shape).stream()).toList();
  }

  private static Stream<Field> items(Fields part, String key) {
    return part.field(key).stream().flatMap(list -> list.items(0, MAX, key).stream());
  }

  static Shape<String> text(String allowed) {
    return Shape.of(allowed, text -> Optional.of(text).filter(t -> !t.isBlank()));
  }

  private static Optional<LocalTime> time(String text) {
    if (text.equals("24:00")) {
      return Optional.of(LocalTime.MIDNIGHT);
    }
    return text.matches("([01][0-9]|2[0-3]):[0-5][0-9]")
        ? Optional.of(LocalTime.parse(text))
        : Optional.empty();
  }

  private static Optional<ZoneId> zone(String text) {
    try {
      return text.equals("Local") ? Optional.empty() : Optional.of(ZoneId.of(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<Set<DayOfWeek>> days(String text) {
    return range(text, IntervalReader::dayOfWeek)
        .map(range -> {
          Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
          for (int day = range.first(); day <= range.last(); day++) {
            days.add(day == 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(day));
          }
          return days;
        });
  }

  /// How one end of a range is read.
  private interface End {
    Optional<Integer> read(String text);
  }

  private static Optional<Range> range(String text, End end) {
    String[] ends = text.strip().toLowerCase(Locale.ROOT).split(":", -1);
    if (ends.length > 2) {
      return Optional.empty();
    }
    Optional<Integer> first = end.read(ends[0].strip());
    Optional<Integer> last = end.read(ends[ends.length - 1].strip());
    return first.flatMap(
        f -> last.filter(l -> l >= f || (f > 0 && l < 0)).map(l -> new Range(f, l)));
  }

  /// The week begins on Sunday.
  private static Optional<Integer> dayOfWeek(String text) {
    return Stream.of(DayOfWeek.values())
        .filter(day -> day.name().equalsIgnoreCase(text))
        .map(day -> day.getValue() % 7)
        .findFirst();
  }

  private static Optional<Integer> dayOfMonth(String text) {
    return number(text).filter(day -> day != 0 && day >= -31 && day <= 31);
  }

  private static Optional<Integer> month(String text) {
    return Stream.of(Month.values())
        .filter(month -> month.name().equalsIgnoreCase(text))
        .map(Month::getValue)
        .findFirst()
        .or(() -> number(text).filter(month -> month >= 1 && month <= 12));
  }

  private static Optional<Integer> year(String text) {
    return number(text).filter(year -> year >= YEARS_FROM && year <= YEARS_TO);
  }

  private static Optional<Integer> number(String text) {
    return text.matches("-?[0-9]{1,4}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }
}
