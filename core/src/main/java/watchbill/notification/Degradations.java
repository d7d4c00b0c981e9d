package watchbill.notification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.ContactRule;

/// Decides which contact methods do not get through at the moment, and what is done about it. Pure:
/// it follows from what came of the last messages, so every node finds the same.
public final class Degradations {
  /// How long a message tells something of its provider.
  public static final Duration WITHIN = Duration.ofMinutes(10);

  /// How many of the last messages are looked at.
  public static final int LAST = 20;

  /// Fewer failures may be somebody's own trouble: a full mailbox, a phone that is off.
  private static final int FAILED_MIN = 3;

  private Degradations() {}

  /// A method whose messages do not get through.
  public record Degraded(ContactMethod method, int failed, int sent) {
    /// For the timeline: `3 of the last 4 messages by email did not get through`.
    public String inWords() {
      return failed
          + " of the last "
          + sent
          + " messages by "
          + method.word()
          + " did not get through";
    }
  }

  /// Whether a method is degraded: at least half of its last messages failed, and at least three,
  /// and the newest of them did. So one that passes ends it. A canary that failed is enough.
  ///
  /// @param sent that were handed to a provider within [#WITHIN], the newest first
  public static Optional<Degraded> of(ContactMethod method, List<Notification> sent) {
    List<Boolean> passed = sent.stream().flatMap(n -> passed(n).stream()).toList();
    int failed = (int) passed.stream().filter(good -> !good).count();
    if (passed.isEmpty() || passed.getFirst()) {
      return Optional.empty();
    }
    // A canary's address is there to be reached; nobody's full mailbox explains its failure.
    boolean canary =
        sent.stream().filter(n -> passed(n).isPresent()).limit(1).anyMatch(Canaries::isOne);
    boolean degraded = canary || (failed >= FAILED_MIN && failed * 2 >= passed.size());
    return degraded ? Optional.of(new Degraded(method, failed, passed.size())) : Optional.empty();
  }

  /// Whether the provider took its last attempt; empty while nobody knows.
  private static Optional<Boolean> passed(Notification sent) {
    boolean triedBefore = sent.attempts() > 0;
    return switch (sent.delivery()) {
      case Delivery.Accepted _, Delivery.Delivered _ -> Optional.of(true);
      case Delivery.Failed _, Delivery.Unknown _ -> Optional.of(false);
      case Delivery.Due _, Delivery.Claimed _, Delivery.Cancelled _ ->
          triedBefore ? Optional.of(false) : Optional.empty();
      case Delivery.Handed _ -> sent.attempts() > 1 ? Optional.of(false) : Optional.empty();
    };
  }

  /// The rules as they are followed while some methods are degraded: with each of these goes the
  /// next one that works, and before it. No rule is followed later than it says.
  static List<ContactRule> reorder(List<ContactRule> rules, Set<ContactMethod> degraded) {
    if (rules.stream().noneMatch(rule -> degraded.contains(rule.method()))) {
      return rules;
    }
    List<ContactRule> inTime = new ArrayList<>(rules);
    inTime.sort(Comparator.comparing(ContactRule::after));
    for (int i = 0; i < inTime.size(); i++) {
      if (degraded.contains(inTime.get(i).method())) {
        bringForward(inTime, i, degraded);
      }
    }
    inTime.sort(
        Comparator.comparing(ContactRule::after)
            .thenComparing(rule -> degraded.contains(rule.method())));
    return List.copyOf(inTime);
  }

  private static void bringForward(
      List<ContactRule> inTime, int from, Set<ContactMethod> degraded) {
    for (int i = from + 1; i < inTime.size(); i++) {
      ContactRule next = inTime.get(i);
      if (!degraded.contains(next.method())) {
        Duration at = inTime.get(from).after();
        inTime.set(i, next.after().compareTo(at) < 0 ? next : new ContactRule(next.method(), at));
        return;
      }
    }
  }
}
