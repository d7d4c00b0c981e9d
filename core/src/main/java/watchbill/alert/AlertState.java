package watchbill.alert;

import java.time.Instant;
import java.util.Optional;

/// Where an alert stands. Acknowledgement belongs to its page: an alert is open, be it that nobody
/// knows how it stands now, or it is over.
public sealed interface AlertState {
  record Open() implements AlertState {}

  /// It is open, and its source has stopped saying so: nobody knows.
  ///
  /// @param since when its lease ran out
  record Unknown(Instant since) implements AlertState {}

  /// It is over.
  ///
  /// @param by who says so: `source`, `lease`, or a person's handle
  record Resolved(Instant at, String by) implements AlertState {
    /// The source itself reported the end.
    public static final String BY_SOURCE = "source";

    /// The source stopped saying so, and its lease ran out.
    public static final String BY_LEASE = "lease";
  }

  default boolean isOpen() {
    return !(this instanceof Resolved);
  }

  default Optional<Resolved> resolved() {
    return this instanceof Resolved r ? Optional.of(r) : Optional.empty();
  }
}
