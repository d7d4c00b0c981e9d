package watchbill.heartbeat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.time.Span;

/// One heartbeat as it stands.
///
/// @param createdAt from when it is expected, while nothing was heard of it
/// @param retiredAt when it was taken out of the files, or deleted by its sender
/// @param heardAt when anything but a log line was heard last
/// @param goodAt when it was well last
/// @param expectedAt when the next ping should come
/// @param lookAt when silence means trouble; empty when nothing is expected of it
/// @param runs that have begun and not ended, the earliest first
/// @param unheard the last spell in which it may have spoken and Watchbill could not hear; empty
///   after the next ping
public record Heartbeat(
    HeartbeatPlan plan,
    Instant createdAt,
    Optional<Instant> retiredAt,
    Optional<Instant> heardAt,
    Optional<Instant> goodAt,
    Instant expectedAt,
    Optional<Instant> lookAt,
    List<Run> runs,
    Optional<Trouble> trouble,
    Optional<Span> unheard) {
  public Heartbeat {
    runs = List.copyOf(runs);
  }

  public HeartbeatId id() {
    return plan.id();
  }

  public boolean isRetired() {
    return retiredAt.isPresent();
  }

  /// Where it stands at an instant, for people.
  public Standing standing(Instant now) {
    if (isRetired()) {
      return Standing.RETIRED;
    }
    if (!plan.enabled()) {
      return Standing.PAUSED;
    }
    if (trouble.isPresent()) {
      return switch (trouble.get().kind()) {
        case MISSING -> Standing.MISSING;
        case FAILED -> Standing.FAILED;
        case OVERRAN -> Standing.OVERRAN;
      };
    }
    if (!runs.isEmpty()) {
      return Standing.RUNNING;
    }
    if (!now.isBefore(expectedAt)) {
      return Standing.LATE;
    }
    return heardAt.isEmpty() ? Standing.NEVER_SEEN : Standing.ON_TIME;
  }

  Heartbeat with(Optional<Trouble> wrong) {
    return new Heartbeat(
        plan, createdAt, retiredAt, heardAt, goodAt, expectedAt, lookAt, runs, wrong, unheard);
  }

  Heartbeat heard(Optional<Instant> at, Optional<Instant> good) {
    return new Heartbeat(
        plan, createdAt, retiredAt, at, good, expectedAt, lookAt, runs, trouble, Optional.empty());
  }

  Heartbeat expecting(Instant at, Optional<Instant> look, List<Run> begun) {
    return new Heartbeat(
        plan, createdAt, retiredAt, heardAt, goodAt, at, look, begun, trouble, unheard);
  }

  Heartbeat held(Instant look, Span deaf) {
    return new Heartbeat(
        plan,
        createdAt,
        retiredAt,
        heardAt,
        goodAt,
        expectedAt,
        Optional.of(look),
        runs,
        trouble,
        Optional.of(deaf));
  }

  Heartbeat planned(HeartbeatPlan changed, Optional<Instant> retired) {
    return new Heartbeat(
        changed, createdAt, retired, heardAt, goodAt, expectedAt, lookAt, runs, trouble, unheard);
  }
}
