package watchbill.alert;

import java.time.Instant;

/// What one report does to one alert.
public sealed interface AlertDecision {
  /// Nothing open had this key: a new alert.
  record Open(AlertReport.Firing report) implements AlertDecision {}

  /// The same condition again; `news` when the sender's words changed.
  record Refresh(KnownAlert alert, AlertReport.Firing report, boolean news)
      implements AlertDecision {}

  /// The same condition, and it can no longer wait until morning.
  record Rise(KnownAlert alert, AlertReport.Firing report) implements AlertDecision {}

  record Resolve(KnownAlert alert, Instant at, String by) implements AlertDecision {}

  /// Somebody took charge in the sending system, so of the whole page.
  record TakeCharge(KnownAlert alert) implements AlertDecision {}

  record Ignore(Why why) implements AlertDecision {}

  /// Why a report changed nothing.
  enum Why {
    /// The end of something that is not open: a resend, or an end that came first.
    NOTHING_OPEN,
    /// A person closed it minutes ago and the sender has not noticed yet.
    JUST_CLOSED_BY_A_PERSON,
    /// Its lease had run out before it arrived.
    ALREADY_OVER,
    /// Its sender's event was heard before.
    HEARD_BEFORE
  }
}
