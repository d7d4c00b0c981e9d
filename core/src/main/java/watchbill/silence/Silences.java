package watchbill.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import watchbill.kernel.Refusal;

/// Decides about silences as Alertmanager does. Pure.
public final class Silences {
  /// Its owner is told so long before a silence ends, and after three quarters of a short one.
  private static final Duration WARNING = Duration.ofMinutes(15);

  private static final int WARNING_SHARE = 4;
  private static final int WORDS_MAX = 1_000;

  private Silences() {}

  /// What is wrong with what somebody asks for; all of it at once.
  public static List<Refusal> faults(Draft draft, Patterns patterns, Instant now) {
    List<Refusal> faults = new ArrayList<>(Matchers.faults(draft.matchers(), patterns));
    if (!draft.endsAt().isAfter(now)) {
      faults.add(fault("ends-at", draft.endsAt().toString(), "an instant that has not passed"));
    } else if (!draft.endsAt().isAfter(draft.startsAt())) {
      faults.add(fault("ends-at", draft.endsAt().toString(), "an instant after starts-at"));
    }
    if (draft.createdBy().isBlank() || draft.createdBy().length() > WORDS_MAX) {
      faults.add(fault("created-by", draft.createdBy(), "who answers for it"));
    }
    if (draft.comment().length() > WORDS_MAX) {
      faults.add(fault("comment", draft.comment(), "at most " + WORDS_MAX + " characters"));
    }
    return faults;
  }

  /// The silence as it is after the change; empty when it would no longer be the same silence, so
  /// that another must take its place. What is muted must not change under one name, nor what was.
  public static Optional<Silence> updated(Silence before, Draft draft, Instant now) {
    if (!new HashSet<>(before.matchers()).equals(new HashSet<>(draft.matchers()))) {
      return Optional.empty();
    }
    return switch (before.state(now)) {
      case PENDING -> Optional.of(draft.as(before.id(), now));
      case ACTIVE ->
          draft.startsAt().isAfter(now)
              ? Optional.empty()
              : Optional.of(goingOn(before, draft, now));
      case EXPIRED -> Optional.empty();
    };
  }

  private static Silence goingOn(Silence before, Draft draft, Instant now) {
    return new Silence(
        before.id(),
        before.matchers(),
        before.startsAt(),
        draft.endsAt(),
        draft.createdBy(),
        draft.comment(),
        now);
  }

  /// When its owner is told that it ends.
  public static Instant warnAt(Silence silence) {
    Duration share =
        Duration.between(silence.startsAt(), silence.endsAt()).dividedBy(WARNING_SHARE);
    return silence.endsAt().minus(share.compareTo(WARNING) < 0 ? share : WARNING);
  }

  private static Refusal fault(String field, String seen, String allowed) {
    return new Refusal("silence." + field, field, seen, allowed);
  }
}
