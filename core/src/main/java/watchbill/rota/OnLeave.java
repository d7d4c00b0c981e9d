package watchbill.rota;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a rota does about the duty of somebody who is on leave. Their lieutenant stands in either
/// way, until somebody takes it.
public enum OnLeave {
  /// Whoever answers for the rota is told.
  WARN,

  /// The shift is offered to the others, too.
  OPEN;

  /// As files and the store write it: `open`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<OnLeave> of(String word) {
    return Stream.of(values()).filter(v -> v.word().equals(word)).findFirst();
  }
}
