package watchbill.server.neutral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchbill.catalog.PersonId;
import watchbill.rota.Change;
import watchbill.rota.turn.Seat;
import watchbill.time.Span;

/// Reads one override: what it does to whom, and when.
final class OverrideReader {
  private static final int STINTS = 10_000;
  private static final int PRIORITY = 1_000_000;
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  /// How somebody may be called where there is one side alone.
  private static final List<String> WHO =
      List.of("people", "person", "persons", "users", "user", "participants", "who");

  private static final List<String> OUT = List.of("out", "beneficiary");
  private static final List<String> IN = List.of("in", "taken_by", "benefactor");
  private static final List<String> FROM = List.of("from", "start");
  private static final List<String> UNTIL = List.of("until", "end");
  private static final Set<String> KNOWN =
      known(Stream.of(OUT, IN, WHO, FROM, UNTIL, List.of("type", "taken", "priority", "shifts")));
  private static final Set<String> STINT = known(Stream.of(IN, WHO, FROM, UNTIL));

  private OverrideReader() {}

  /// What is read of one: none where it does not count, several where it names several people.
  record Read(Span span, List<Change> changes) {}

  static Read read(Part part) {
    part.object(KNOWN);
    Part type = part.field("type");
    String allowed = "replace, remove, add, swap, takeover or fixed_period";
    Span span = span(part);
    return new Read(
        span,
        switch (type.text(allowed)) {
          case "replace" -> replace(part);
          case "swap" -> isTaken(part) ? replace(part) : List.of();
          case "remove" -> each(part, OUT).map(p -> (Change) new Change.Remove(p)).toList();
          case "add" -> each(part, IN).map(p -> (Change) new Change.Add(p)).toList();
          case "takeover" -> List.of(takeOver(part));
          case "fixed_period" -> List.of(new Change.FixedPeriod(stints(part, span)));
          default -> throw type.wrong(allowed);
        });
  }

  /// Each of several who come in stands in for each of several who go out.
  private static List<Change> replace(Part part) {
    List<PersonId> in = people(part.anyOf(IN));
    List<Change> changes = new ArrayList<>();
    people(part.anyOf(OUT))
        .forEach(out -> in.forEach(i -> changes.add(new Change.Replace(out, i))));
    return changes;
  }

  private static boolean isTaken(Part part) {
    Part in = part.anyOf(IN);
    boolean nobody =
        in.isAbsent()
            || (in.value().isArray() && in.value().isEmpty())
            || (in.value().isString() && in.value().stringValue().isBlank());
    return !nobody && part.field("taken").optional(Part::flag).orElse(true);
  }

  private static Change takeOver(Part part) {
    int priority = part.field("priority").optional(p -> p.whole(-PRIORITY, PRIORITY)).orElse(1);
    return new Change.TakeOver(People.seat(whoever(part, IN)), priority);
  }

  /// Without shifts of its own, a fixed period is one shift.
  private static List<Change.Stint> stints(Part part, Span span) {
    Part shifts = part.field("shifts");
    return shifts.isAbsent()
        ? List.of(new Change.Stint(span, People.seat(whoever(part, IN))))
        : shifts.items(STINTS, "shifts").stream().map(OverrideReader::stint).toList();
  }

  private static Change.Stint stint(Part part) {
    part.object(STINT);
    return new Change.Stint(span(part), People.seat(whoever(part, IN)));
  }

  private static Stream<PersonId> each(Part part, List<String> side) {
    return people(whoever(part, side)).stream();
  }

  private static List<PersonId> people(Part part) {
    Seat seat = People.seat(part);
    if (seat.isEmpty()) {
      throw part.wrong("a name, or a list of names");
    }
    return seat.people();
  }

  private static Part whoever(Part part, List<String> side) {
    return part.anyOf(Stream.concat(side.stream(), WHO.stream()).toList());
  }

  /// An end that is left out is open.
  private static Span span(Part part) {
    Optional<Instant> from = part.anyOf(FROM).optional(Part::instant);
    Part until = part.anyOf(UNTIL);
    Instant end = until.optional(Part::instant).orElse(LAST);
    if (!from.orElse(FIRST).isBefore(end)) {
      throw until.wrong("an instant after from");
    }
    return new Span(from.orElse(FIRST), end);
  }

  private static Set<String> known(Stream<List<String>> lists) {
    return lists.flatMap(List::stream).collect(Collectors.toUnmodifiableSet());
  }
}
