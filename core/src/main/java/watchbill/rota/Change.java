package watchbill.rota;

import java.util.List;
import java.util.stream.Collectors;
import watchbill.catalog.PersonId;
import watchbill.rota.turn.Seat;
import watchbill.time.Span;

/// What an override does to those who would be on duty.
///
/// It looks at who was on duty when it was made: by turn, and by the overrides made before it. What
/// is made at the same instant does not see each other: a replacement is not replaced in its turn.
public sealed interface Change {
  /// One stands in for the other, where the other would be on duty.
  record Replace(PersonId out, PersonId in) implements Change {}

  /// Is not on duty.
  record Remove(PersonId out) implements Change {}

  /// Is on duty as well.
  record Add(PersonId in) implements Change {}

  /// These are on duty, and nobody else. Of several made at the same instant the highest priority
  /// wins, and equal ones are united.
  record TakeOver(Seat seat, int priority) implements Change {}

  /// These shifts are the whole truth for the span: where none of them is, nobody is on duty.
  record FixedPeriod(List<Stint> stints) implements Change {
    public FixedPeriod {
      stints = List.copyOf(stints);
    }
  }

  /// Somebody's part of a fixed period.
  record Stint(Span span, Seat seat) {}

  /// Everybody it names.
  default List<PersonId> people() {
    return switch (this) {
      case Replace(var out, var in) -> List.of(out, in);
      case Remove(var out) -> List.of(out);
      case Add(var in) -> List.of(in);
      case TakeOver(var seat, _) -> seat.people();
      case FixedPeriod(var stints) ->
          stints.stream().flatMap(s -> s.seat().people().stream()).distinct().toList();
    };
  }

  default String inWords() {
    return switch (this) {
      case Replace(var out, var in) -> in + " stands in for " + out;
      case Remove(var out) -> out + " is taken off";
      case Add(var in) -> in + " is added";
      case TakeOver(var seat, _) ->
          names(seat) + (seat.people().size() > 1 ? " take" : " takes") + " over";
      case FixedPeriod(var stints) -> "fixed period of " + stints.size() + " shifts";
    };
  }

  private static String names(Seat seat) {
    return seat.people().stream().map(PersonId::handle).collect(Collectors.joining(", "));
  }
}
