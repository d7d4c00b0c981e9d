package watchbill.adapter.ingest.opsgenie;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import watchbill.request.NumberedAlerts.Which;

/// Which alerts a sender wants to see.
///
/// @param test what each must satisfy
/// @param which follows from the test, so that only those need be looked at
/// @param openedFrom follows from the test: nothing older satisfies it
/// @param isPlain whether `which` says all there is to test
record AlertQuery(
    Predicate<ShownAlert> test, Which which, Optional<Instant> openedFrom, boolean isPlain) {
  static final AlertQuery ALL = new AlertQuery(_ -> true, Which.ALL, Optional.empty(), true);

  /// Both must hold.
  AlertQuery and(AlertQuery other) {
    Which both = which == Which.ALL ? other.which : which;
    // Open and over at once is nothing, which the tests say by themselves.
    boolean plain =
        isPlain
            && other.isPlain
            && (which == other.which || which == Which.ALL || other.which == Which.ALL);
    Optional<Instant> from =
        openedFrom.isPresent() && other.openedFrom.filter(openedFrom.get()::isBefore).isEmpty()
            ? openedFrom
            : other.openedFrom;
    return new AlertQuery(test.and(other.test), both, from, plain);
  }

  /// One of the two must hold.
  AlertQuery or(AlertQuery other) {
    return ofTest(test.or(other.test));
  }

  AlertQuery not() {
    return ofTest(test.negate());
  }

  static AlertQuery ofTest(Predicate<ShownAlert> test) {
    return new AlertQuery(test, Which.ALL, Optional.empty(), false);
  }

  static AlertQuery ofStatus(Which which) {
    return new AlertQuery(
        alert -> alert.alert().state().isOpen() == (which == Which.OPEN),
        which,
        Optional.empty(),
        true);
  }

  static AlertQuery openedFrom(Predicate<ShownAlert> test, Instant from) {
    return new AlertQuery(test, Which.ALL, Optional.of(from), false);
  }
}
