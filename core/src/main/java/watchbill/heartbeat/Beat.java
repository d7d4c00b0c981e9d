package watchbill.heartbeat;

import java.time.Duration;
import java.util.Optional;

/// What one ping, or the lack of one, did to a heartbeat.
///
/// @param after the heartbeat as it is now
/// @param news whether somebody must be told, and what
/// @param took how long the run that ended took, where its start was heard
public record Beat(Heartbeat after, News news, Optional<Duration> took) {
  /// What there is to tell.
  public enum News {
    NOTHING,
    /// It is in trouble: for the first time, or still.
    TROUBLE,
    /// It was in trouble and is well again, or nobody expects it any more.
    WELL
  }
}
