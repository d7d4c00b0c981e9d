package watchbill.testkit;

/// Where the program may die on the way of one notification.
public enum CrashPoint {
  /// The report is on disk and answered; nothing else has happened.
  ACCEPTED,
  /// A worker has claimed the notification.
  CLAIMED,
  /// It was marked as handed over, and the provider has not been asked yet.
  HANDED,
  /// The provider has it, and its answer was not written down.
  SENT
}
