package watchbill.restraint;

import java.time.Duration;
import java.util.Optional;

/// What is made of an alert whose source stops saying that it fires.
public sealed interface WhenSilent {
  /// Where nothing else is declared: silence is not good news.
  WhenSilent DEFAULT = new Unknown(Optional.empty());

  /// It is unknown how it stands, and it stays open.
  ///
  /// @param resolveAfter how long it may stay unknown; empty means until somebody says it is over
  record Unknown(Optional<Duration> resolveAfter) implements WhenSilent {}

  /// It is over, as Alertmanager has it.
  record Resolve() implements WhenSilent {}
}
