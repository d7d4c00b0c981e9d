package watchbill.watch;

import java.util.List;
import watchbill.catalog.PersonId;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.time.Span;

/// Something wrong with a rota in the weeks to come.
///
/// @param key names it, the same however often and through whatever window it is found
/// @param span ends at [Duties#FAR] where no end is in sight
/// @param people whom it is about; in that order: who is away, who stands in
/// @param said the finding in words, in the rota's own time
public record Finding(
    Kind kind, String key, RotaId rota, Role role, Span span, List<PersonId> people, String said) {
  public Finding {
    people = List.copyOf(people);
  }

  /// What is wrong.
  public enum Kind {
    /// Nobody is on duty who should be.
    GAP,
    /// By its plan the rota has nobody at certain hours; said once, not each night.
    OUTSIDE_HOURS,
    /// Nobody is on duty any more after some instant.
    ENDS,
    /// Somebody is on duty while on leave, and their lieutenant stands in.
    ON_LEAVE,
    /// Somebody is on duty in two places at once.
    DOUBLE_BOOKING,
    /// Somebody is on duty on a public holiday of their region.
    HOLIDAY,
    TOO_MANY_NIGHTS,
    TOO_MANY_WEEKENDS;

    /// Whether it is worth saying again on the last day.
    public boolean isUrgent() {
      return switch (this) {
        case GAP, ENDS, ON_LEAVE, DOUBLE_BOOKING -> true;
        case OUTSIDE_HOURS, HOLIDAY, TOO_MANY_NIGHTS, TOO_MANY_WEEKENDS -> false;
      };
    }
  }
}
