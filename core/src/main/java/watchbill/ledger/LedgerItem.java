package watchbill.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.time.TimeWords;
import watchbill.workload.HourKind;

/// What something is owed for.
public sealed interface LedgerItem {
  /// A role of a rota was held, for this long of one kind within a local day.
  record StandBy(RotaId rota, Role role, HourKind kind, Duration length) implements LedgerItem {}

  /// Somebody was woken.
  ///
  /// @param pages the ids of the pages they were woken for, in order
  /// @param length what they spent on them outside working hours
  record Called(List<String> pages, Instant wokenAt, Duration length) implements LedgerItem {
    public Called {
      pages = List.copyOf(pages);
    }
  }

  /// Somebody entered it by hand.
  record Adjustment() implements LedgerItem {}

  /// As the store and the API name it: `stand-by`.
  default String word() {
    return switch (this) {
      case StandBy _ -> "stand-by";
      case Called _ -> "called";
      case Adjustment _ -> "adjustment";
    };
  }

  default String inWords() {
    return switch (this) {
      case StandBy(var rota, var role, var kind, var length) ->
          "%s of %s hours as %s of rota %s"
              .formatted(TimeWords.of(length), kind.word(), role, rota);
      case Called(var pages, _, var length) ->
          "woken for %s, %s in all"
              .formatted(
                  pages.size() == 1 ? "1 page" : pages.size() + " pages", TimeWords.of(length));
      case Adjustment() -> "entered by hand";
    };
  }
}
