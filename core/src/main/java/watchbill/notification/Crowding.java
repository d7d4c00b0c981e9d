package watchbill.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Decides whether a message about a page goes alone, with others, or a little later. Pure.
///
/// Whoever has many pages is not helped by as many messages. The first three of ten minutes go by
/// themselves, the most urgent and then the newest first. Whatever else is due goes with the next
/// message by the same method, of which there is one a minute at most.
public final class Crowding {
  /// So many go by themselves within [#WITHIN].
  public static final int SINGLES_MAX = 3;

  public static final Duration WITHIN = Duration.ofMinutes(10);

  /// How often more than that goes out, by each method.
  public static final Duration TOGETHER_EVERY = Duration.ofMinutes(1);

  /// The most urgent first, and among those the newest page's.
  private static final Comparator<Notification> MOST_URGENT_THEN_NEWEST =
      Comparator.comparing(Notification::urgency)
          .thenComparing(n -> n.about().subject(), Comparator.reverseOrder())
          .thenComparing(n -> n.id().value());

  private Crowding() {}

  /// How it goes.
  public sealed interface How {
    record Alone() implements How {}

    /// In one message, it and these others.
    record Together(List<Notification> others) implements How {
      public Together {
        others = List.copyOf(others);
      }
    }

    /// With whatever is due then.
    record Later(Instant at) implements How {}
  }

  /// How this one goes, now that it is due.
  ///
  /// @param due all about pages that are due for its person, by whatever method; it may be among
  ///   them
  /// @param lately what left for its person within [#WITHIN]
  public static How decide(
      Notification one, List<Notification> due, List<Dispatch> lately, Instant now) {
    // What can wait is no reason to delay what can't.
    List<Dispatch> asUrgent =
        lately.stream().filter(d -> d.urgency().compareTo(one.urgency()) <= 0).toList();
    long singles = asUrgent.stream().filter(Dispatch::single).count();
    List<Notification> ordered =
        Stream.concat(Stream.of(one), due.stream().filter(n -> !n.id().equals(one.id())))
            .sorted(MOST_URGENT_THEN_NEWEST)
            .toList();
    long left = Math.max(0, SINGLES_MAX - singles);
    if (ordered.indexOf(one) < left) {
      return new How.Alone();
    }
    Optional<Instant> held =
        asUrgent.stream()
            .filter(d -> !d.single() && d.method() == one.method())
            .map(d -> d.at().plus(TOGETHER_EVERY))
            .filter(now::isBefore)
            .max(Comparator.naturalOrder());
    if (held.isPresent()) {
      return new How.Later(held.get());
    }
    return new How.Together(
        ordered.stream()
            .skip(left)
            .filter(n -> n.method() == one.method() && !n.id().equals(one.id()))
            .toList());
  }
}
