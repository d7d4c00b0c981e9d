package watchbill.testkit.simulation.sabotage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import watchbill.testkit.simulation.play.Interception.Call;

/// What a planted bug makes of one call of a port.
@FunctionalInterface
interface Tampering {
  /// Does it, or something else.
  ///
  /// @param now what the node's clock shows
  @Nullable Object with(@Nullable Object[] arguments, Call call, Instant now);

  /// Nothing is done.
  static Tampering dropped() {
    return (_, _, _) -> null;
  }

  /// It is not done, and said to be.
  static Tampering answered(Object answer) {
    return (_, _, _) -> answer;
  }

  /// Done twice.
  static Tampering twice() {
    return (arguments, call, _) -> {
      call.with(arguments);
      return call.with(arguments);
    };
  }

  /// Of several given, the last gets lost.
  static Tampering withoutTheLastGiven() {
    return (arguments, call, _) -> {
      List<?> all = (List<?>) arguments[0];
      return all == null || all.size() < 2 ? call.with(arguments) : call.with(headOf(all));
    };
  }

  /// One argument is another.
  static Tampering instead(int place, Change change) {
    return (arguments, call, now) -> {
      @Nullable Object[] others = arguments.clone();
      others[place] = change.of(others[place], now);
      return call.with(others);
    };
  }

  /// What is found is something else.
  static Tampering found(Change change) {
    return (arguments, call, now) -> change.of(call.with(arguments), now);
  }

  /// What an argument or an answer becomes.
  @FunctionalInterface
  interface Change {
    @Nullable Object of(@Nullable Object real, Instant now);
  }

  private static List<Object> headOf(List<?> all) {
    return new ArrayList<>(all.subList(0, all.size() - 1));
  }
}
