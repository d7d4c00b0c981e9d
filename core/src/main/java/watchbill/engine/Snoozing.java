package watchbill.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import watchbill.escalation.Page;
import watchbill.kernel.Refusal;

/// Puts a page off at a person's word, within bounds: what is put off for ever is forgotten.
final class Snoozing {
  static final Duration MAX = Duration.ofDays(7);

  private Snoozing() {}

  /// What is wrong with the instant asked for.
  static Optional<Refusal> wrong(Command.Snooze snooze, Instant now) {
    boolean ok = snooze.until().isAfter(now) && !snooze.until().isAfter(now.plus(MAX));
    return ok
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "page.snooze-until",
                "until",
                snooze.until().toString(),
                "an instant after now and at most 7 days from now"));
  }

  static Page snooze(Command.Snooze snooze, Page page, Paging paging) {
    return paging.snooze(page, snooze.until(), snooze.by(), snooze.via());
  }
}
