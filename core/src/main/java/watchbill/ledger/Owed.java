package watchbill.ledger;

import java.util.Optional;
import watchbill.time.Span;

/// What somebody is owed; less than nothing where an entry takes something back.
public sealed interface Owed {
  record Pay(Money amount) implements Owed {}

  /// Time to recover.
  ///
  /// @param halfDays 1 for half a day, 2 for a day
  /// @param off when; empty when no day was found or none was named
  record TimeOff(int halfDays, Optional<Span> off) implements Owed {}

  default Owed negated() {
    return switch (this) {
      case Pay(var amount) -> new Pay(amount.negated());
      case TimeOff(var halfDays, var off) -> new TimeOff(-halfDays, off);
    };
  }

  default String inWords() {
    return switch (this) {
      case Pay(var amount) -> amount.inWords();
      case TimeOff(var halfDays, _) ->
          switch (halfDays) {
            case 1 -> "half a day off";
            case 2 -> "a day off";
            default -> halfDays + " half days off";
          };
    };
  }
}
