package watchbill.silence;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import watchbill.alert.SilenceId;

/// Somebody asks that nobody is woken for what matches, for a while, for a reason.
///
/// @param endsAt the first instant at which it mutes nothing any more
/// @param createdBy its owner: a person's handle, or the name that another system gave
/// @param comment why, in their words
public record Silence(
    SilenceId id,
    List<Matcher> matchers,
    Instant startsAt,
    Instant endsAt,
    String createdBy,
    String comment,
    Instant updatedAt) {
  public Silence {
    matchers = List.copyOf(matchers);
  }

  /// Where it stands, in Alertmanager's words.
  public enum State {
    PENDING,
    ACTIVE,
    EXPIRED;

    /// As other programs write it: `active`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public State state(Instant now) {
    if (!now.isBefore(endsAt)) {
      return State.EXPIRED;
    }
    return now.isBefore(startsAt) ? State.PENDING : State.ACTIVE;
  }

  public boolean isActive(Instant now) {
    return state(now) == State.ACTIVE;
  }

  /// Whether it was over when it was last changed: nothing is due of it any more.
  public boolean wasEnded() {
    return state(updatedAt) == State.EXPIRED;
  }

  /// The same, over at `now`; one that had not begun never does.
  public Silence expired(Instant now) {
    Instant from = startsAt.isAfter(now) ? now : startsAt;
    return new Silence(id, matchers, from, now, createdBy, comment, now);
  }
}
