package watchbill.server.config;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import watchbill.rota.turn.Every;
import watchbill.rota.turn.Fixed;
import watchbill.rota.turn.Occurrences;
import watchbill.rota.turn.Rotation;
import watchbill.rota.turn.Seat;
import watchbill.rota.turn.Turns;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Mistake;
import watchbill.server.config.source.Value;

/// Reads how one entry of `rotations` shares out the time: turns without a pause, separate shifts,
/// or always the same people.
final class TurnsReader {
  private static final Every WEEK = new Every(1, Every.Unit.WEEK);
  private static final Every DAY = new Every(1, Every.Unit.DAY);
  private static final int DAYS_A_WEEK = 7;

  private final SeatReader seats;

  TurnsReader(SeatReader seats) {
    this.seats = seats;
  }

  Optional<Turns> read(Fields entry) {
    Optional<Field> always = entry.field("always");
    if (always.isPresent()) {
      refuseBeside(entry, "always", List.of("every", "handoff", "people", "shifts"));
      return Optional.of(new Fixed(seats.together(always.get())));
    }
    Optional<Field> shifts = entry.field("shifts");
    if (shifts.isPresent()) {
      refuseBeside(entry, "shifts", List.of("every", "handoff"));
      return shifts
          .get()
          .fields("every", "days", "start", "length", "keep")
          .flatMap(fields -> occurrences(entry, fields));
    }
    return rotation(entry);
  }

  private Optional<Turns> rotation(Fields entry) {
    // Without a key it is a week; with a wrong one nobody knows how the hand-off is written.
    Optional<Every> every =
        entry.has("every") ? entry.optional("every", RotaShapes.EVERY) : Optional.of(WEEK);
    var from = entry.required("from", RotaShapes.MOMENT);
    Optional<LocalDateTime> anchor = every.flatMap(length -> anchor(entry, length, from));
    if (every.isEmpty()) {
      entry.required("handoff", RotaShapes.ANY_HANDOFF);
    }
    List<Seat> people = seats.seats(entry);
    return anchor.isPresent() && every.isPresent() && !people.isEmpty()
        ? Optional.of(new Rotation(every.get(), anchor.get(), people))
        : Optional.empty();
  }

  /// Where the first turn begins: turns of weeks name the day of their hand-offs, others do not.
  private static Optional<LocalDateTime> anchor(
      Fields entry, Every every, Optional<LocalDateTime> from) {
    return every.unit() == Every.Unit.WEEK
        ? entry
            .required("handoff", Shapes.HANDOFF)
            .flatMap(h -> from.map(f -> onOrAfter(f, Optional.of(h.day()), h.time())))
        : entry
            .required("handoff", RotaShapes.TIME)
            .flatMap(t -> from.map(f -> onOrAfter(f, Optional.empty(), t)));
  }

  private Optional<Turns> occurrences(Fields entry, Fields shifts) {
    Every every = shifts.optional("every", RotaShapes.EVERY).orElse(DAY);
    Set<DayOfWeek> days = shifts.field("days").map(TurnsReader::days).orElse(Set.of());
    Optional<LocalTime> start = shifts.required("start", RotaShapes.TIME);
    Optional<Duration> length = shifts.required("length", RotaShapes.LENGTH);
    int keep = shifts.optional("keep", RotaShapes.KEEP).orElse(1);
    var from = entry.required("from", RotaShapes.MOMENT);
    List<Seat> people = seats.seats(entry);
    if (start.isEmpty() || length.isEmpty() || from.isEmpty() || people.isEmpty()) {
      return Optional.empty();
    }
    LocalDateTime anchor = onOrAfter(from.get(), Optional.empty(), start.get());
    shifts.field("days").ifPresent(field -> refuseDaysThatNeverCome(field, every, days, anchor));
    return Optional.of(new Occurrences(every, days, anchor, length.get(), keep, people));
  }

  private static Set<DayOfWeek> days(Field field) {
    Set<DayOfWeek> days = new HashSet<>();
    List<Field> items =
        field.value() instanceof Value.Listing
            ? field.items(1, DAYS_A_WEEK, "days, like [ Mon, Wed ]")
            : List.of(field);
    items.forEach(item -> item.as(RotaShapes.DAYS).ifPresent(days::addAll));
    return days;
  }

  /// Every seventh day is always the same day of the week, and hours know no days.
  private static void refuseDaysThatNeverCome(
      Field field, Every every, Set<DayOfWeek> days, LocalDateTime anchor) {
    boolean byHour = every.unit() == Every.Unit.HOUR;
    boolean neverComes =
        every.unit() == Every.Unit.DAY
            && every.count() % DAYS_A_WEEK == 0
            && !days.contains(anchor.getDayOfWeek());
    if (byHour) {
      field.refuse(
          Mistake.Kind.VALUE,
          "days can't be chosen for shifts every " + every.inWords() + "; use none",
          "remove days, or let the shifts come every day");
    } else if (neverComes && !days.isEmpty()) {
      String day = anchor.getDayOfWeek().name();
      String only = day.charAt(0) + day.substring(1, 3).toLowerCase(Locale.ROOT);
      field.refuse(
          Mistake.Kind.VALUE,
          "never comes: every " + every.inWords() + " it is " + only + "; use " + only,
          "or let the shifts come every day");
    }
  }

  /// The first such time on or after `from`.
  private static LocalDateTime onOrAfter(
      LocalDateTime from, Optional<DayOfWeek> day, LocalTime time) {
    LocalDateTime first = from.toLocalDate().atTime(time);
    LocalDateTime later = first.isBefore(from) ? first.plusDays(1) : first;
    return day.map(d -> later.with(TemporalAdjusters.nextOrSame(d))).orElse(later);
  }

  private static void refuseBeside(Fields entry, String key, List<String> others) {
    for (String other : others) {
      entry
          .field(other)
          .ifPresent(field ->
              field.refuse(
                  Mistake.Kind.VALUE,
                  "has no meaning beside " + key + "; use one of the two",
                  "remove " + other + ", or " + key));
    }
  }
}
