package watchbill.escalation;

import java.time.Instant;
import watchbill.alert.PageId;
import watchbill.alert.Severity;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Urgency;

/// The obligation that a human takes charge of a group of alerts.
///
/// @param number short, for people: "page 4217"
/// @param title the summary of the alert that opened it
/// @param snapshot the policy it began with
/// @param wakeCount how often somebody was ordered woken for it; numbers the next
/// @param alertCount alerts it ever covered
/// @param openAlertCount of which are still open
/// @param group which alerts of the service it is for; those of one group have the same text
/// @param severity the worst of its alerts
public record Page(
    PageId id,
    long number,
    ServiceId service,
    Urgency urgency,
    String title,
    Instant openedAt,
    PolicySnapshot snapshot,
    Escalation escalation,
    int wakeCount,
    long alertCount,
    long openAlertCount,
    String group,
    Severity severity) {

  /// One for all alerts of its service, as bad as its urgency can be.
  public Page(
      PageId id,
      long number,
      ServiceId service,
      Urgency urgency,
      String title,
      Instant openedAt,
      PolicySnapshot snapshot,
      Escalation escalation,
      int wakeCount,
      long alertCount,
      long openAlertCount) {
    this(
        id,
        number,
        service,
        urgency,
        title,
        openedAt,
        snapshot,
        escalation,
        wakeCount,
        alertCount,
        openAlertCount,
        "",
        urgency == Urgency.NOW ? Severity.CRITICAL : Severity.WARNING);
  }

  public EscalationPolicy policy() {
    return snapshot.policy();
  }

  /// The same page after a decision, which may have ordered a wake.
  public Page after(Climb climb) {
    int wakes = wakeCount + (climb.wake().isPresent() ? 1 : 0);
    return with(climb.escalation(), wakes);
  }

  /// The same page, come as far as another record of it.
  public Page asFarAs(Page other) {
    return with(other.escalation(), other.wakeCount());
  }

  public Page with(Escalation next) {
    return with(next, wakeCount);
  }

  private Page with(Escalation next, int wakes) {
    return new Page(
        id,
        number,
        service,
        urgency,
        title,
        openedAt,
        snapshot,
        next,
        wakes,
        alertCount,
        openAlertCount,
        group,
        severity);
  }
}
