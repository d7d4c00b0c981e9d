package watchbill.testkit.simulation.play;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/// What happens when. Time stands still while something happens, then goes on to the next thing.
final class Agenda {
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::order));
  private Instant now;
  private long order;

  Agenda(Instant start) {
    now = start;
  }

  private record Entry(Instant at, long order, Runnable deed) {}

  /// The true time, which no node knows.
  Instant now() {
    return now;
  }

  /// What is asked for a moment that has passed happens at once.
  void at(Instant when, Runnable deed) {
    entries.add(new Entry(when.isBefore(now) ? now : when, order++, deed));
  }

  void in(Duration delay, Runnable deed) {
    at(now.plus(delay), deed);
  }

  /// Whether anything is to happen by then.
  boolean hasUntil(Instant end) {
    Entry next = entries.peek();
    return next != null && !next.at().isAfter(end);
  }

  void next() {
    Entry next = entries.remove();
    now = next.at();
    next.deed().run();
  }

  /// Lets time pass in which nothing happens.
  void pass(Instant until) {
    now = until;
  }
}
