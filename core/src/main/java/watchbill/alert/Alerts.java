package watchbill.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import watchbill.catalog.Urgency;

/// Decides what a report means for the alert it is about. Pure.
public final class Alerts {
  /// After a person resolves an alert its source may say for a while longer that it fires: a rule
  /// is evaluated every minute or so. Only if it still does after this long is somebody woken
  /// again.
  public static final Duration CLOSED_BY_PERSON_GRACE = Duration.ofMinutes(5);

  /// How long sources get to renew their leases after this program could not hear them; as long as
  /// an Alertmanager waits for a sender that gave no end.
  public static final Duration LEASE_AFTER_DEAFNESS = Duration.ofMinutes(5);

  private Alerts() {}

  /// What `report` means for the alert it is about.
  ///
  /// @param known the alert that holds the report's key: open, or closed by a person a moment ago
  public static AlertDecision decide(Optional<KnownAlert> known, AlertReport report, Instant now) {
    return switch (report) {
      case AlertReport.Firing firing -> onFiring(known, firing, now);
      case AlertReport.Ended _ -> onEnded(known, AlertDecision.Why.NOTHING_OPEN, now);
      case AlertReport.TakenCharge _ ->
          known
              .filter(a -> a.state().isOpen())
              .<AlertDecision>map(AlertDecision.TakeCharge::new)
              .orElse(new AlertDecision.Ignore(AlertDecision.Why.NOTHING_OPEN));
    };
  }

  /// Whether the lease of an open alert has run out at `now`.
  public static Optional<AlertDecision.Resolve> onLeaseDue(KnownAlert alert, Instant now) {
    boolean over =
        alert.state().isOpen() && alert.leaseUntil().filter(l -> !now.isBefore(l)).isPresent();
    return over
        ? Optional.of(new AlertDecision.Resolve(alert, now, AlertState.Resolved.BY_LEASE))
        : Optional.empty();
  }

  private static AlertDecision onFiring(
      Optional<KnownAlert> known, AlertReport.Firing report, Instant now) {
    if (report.leaseUntil().filter(l -> !now.isBefore(l)).isPresent()) {
      return onEnded(known, AlertDecision.Why.ALREADY_OVER, now);
    }
    if (known.isEmpty()) {
      return new AlertDecision.Open(report);
    }
    KnownAlert alert = known.get();
    return switch (alert.state()) {
      case AlertState.Open _, AlertState.Unknown _ -> onStillFiring(alert, report);
      case AlertState.Resolved closed
          when now.isBefore(closed.at().plus(CLOSED_BY_PERSON_GRACE))
              && !report.startsAt().isAfter(closed.at()) ->
          new AlertDecision.Ignore(AlertDecision.Why.JUST_CLOSED_BY_A_PERSON);
      case AlertState.Resolved _ -> new AlertDecision.Open(report);
    };
  }

  private static AlertDecision onStillFiring(KnownAlert alert, AlertReport.Firing report) {
    Urgency reported = report.condition().severity().urgency();
    if (reported == Urgency.NOW && alert.urgency() != Urgency.NOW) {
      return new AlertDecision.Rise(alert, report);
    }
    boolean news = alert.fingerprint() != report.condition().fingerprint();
    return new AlertDecision.Refresh(alert, report, news);
  }

  private static AlertDecision onEnded(
      Optional<KnownAlert> known, AlertDecision.Why ifNotOpen, Instant now) {
    return known
        .filter(a -> a.state().isOpen())
        .<AlertDecision>map(a -> new AlertDecision.Resolve(a, now, AlertState.Resolved.BY_SOURCE))
        .orElse(new AlertDecision.Ignore(ifNotOpen));
  }
}
