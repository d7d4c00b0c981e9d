package watchbill.calendar;

import java.time.Instant;
import java.util.Optional;

/// A leave as it is kept: in force, or withdrawn by somebody.
public record KeptLeave(Leave leave, Optional<Withdrawal> withdrawal) {
  /// That it does not count any more.
  ///
  /// @param by a person's handle, or the source of the leave
  public record Withdrawal(String by, Instant at) {}
}
