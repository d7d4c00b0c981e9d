package watchbill.heartbeat;

import java.util.Locale;

/// Where a heartbeat stands, in one word.
public enum Standing {
  /// Nothing was ever heard of it, and nothing is late yet.
  NEVER_SEEN,
  ON_TIME,
  /// It began and has not ended yet.
  RUNNING,
  /// It should have come, and still may.
  LATE,
  MISSING,
  FAILED,
  OVERRAN,
  /// Nothing is expected of it: somebody switched it off.
  PAUSED,
  /// It is no longer declared; its history is kept.
  RETIRED;

  /// As calls answer it: `never-seen`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// As people read it: `never seen`.
  public String inWords() {
    return word().replace('-', ' ');
  }
}
