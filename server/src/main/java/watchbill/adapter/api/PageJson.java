package watchbill.adapter.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.alert.Alert;
import watchbill.alert.AlertState;
import watchbill.audit.Deed;
import watchbill.catalog.PersonId;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;
import watchbill.noise.Judged;
import watchbill.notification.Notification;

/// A page as the API gives it.
///
/// @param state `firing`, `unanswered`, `acknowledged` or `resolved`; while nobody is woken yet
///   `gathering`, `held` or `snoozed`
/// @param by who took, snoozed or closed it, or whose hours hold it; absent while nobody did
/// @param nextAt when the next step begins, or the first; absent when none does
/// @param told who is told in the present step
record PageJson(
    String id,
    long number,
    String state,
    String urgency,
    String service,
    String title,
    Instant openedAt,
    Optional<String> by,
    Optional<Instant> changedAt,
    Optional<Instant> nextAt,
    List<String> told,
    long alerts,
    long openAlerts) {

  static PageJson of(Page page, List<Notification> notifications) {
    Escalation escalation = page.escalation();
    return new PageJson(
        page.id().value(),
        page.number(),
        state(escalation),
        page.urgency().word(),
        page.service().handle(),
        page.title(),
        page.openedAt(),
        by(escalation),
        changedAt(escalation),
        escalation.movesAt(),
        notifications.stream()
            .filter(n -> n.isOfWake(page.wakeCount()))
            .map(Notification::person)
            .map(PersonId::handle)
            .distinct()
            .toList(),
        page.alertCount(),
        page.openAlertCount());
  }

  private static String state(Escalation escalation) {
    return switch (escalation) {
      case Escalation.Waiting _ -> "firing";
      case Escalation.Resting r -> r.why().word();
      case Escalation.Exhausted _ -> "unanswered";
      case Escalation.Acknowledged _ -> "acknowledged";
      case Escalation.Resolved _ -> "resolved";
    };
  }

  private static Optional<String> by(Escalation escalation) {
    return switch (escalation) {
      case Escalation.Waiting _, Escalation.Exhausted _ -> Optional.empty();
      case Escalation.Resting r -> Optional.of(r.by());
      case Escalation.Acknowledged a -> Optional.of(a.by());
      case Escalation.Resolved r -> Optional.of(r.by());
    };
  }

  private static Optional<Instant> changedAt(Escalation escalation) {
    return switch (escalation) {
      case Escalation.Waiting w -> Optional.of(w.beganAt());
      case Escalation.Resting r -> Optional.of(r.since());
      case Escalation.Exhausted e -> Optional.of(e.at());
      case Escalation.Acknowledged a -> Optional.of(a.at());
      case Escalation.Resolved r -> Optional.of(r.at());
    };
  }

  /// A page with all that belongs to it.
  ///
  /// @param asked who may say now what it was worth; absent while it is open, and when their answer
  ///   is final
  /// @param judgement what they said; absent while nobody did
  record Whole(
      PageJson page,
      List<AlertJson> alerts,
      List<Entry> timeline,
      List<NotificationJson> notifications,
      Optional<String> asked,
      Optional<JudgementJson> judgement) {}

  record JudgementJson(String by, boolean actionable, boolean couldWait, Instant at) {
    static JudgementJson of(Judged j) {
      return new JudgementJson(
          j.by().handle(), j.judgement().actionable(), j.judgement().couldWait(), j.lastAt());
    }
  }

  record AlertJson(
      String id,
      String state,
      String summary,
      String source,
      String severity,
      Map<String, String> labels,
      Map<String, String> details,
      Instant startsAt,
      Instant lastSeenAt,
      long reports) {
    static AlertJson of(Alert a) {
      return new AlertJson(
          a.id().value(),
          alertState(a),
          a.condition().summary(),
          a.condition().source(),
          a.condition().severity().word(),
          a.shown().labels(),
          a.condition().details(),
          a.startsAt(),
          a.lastSeenAt(),
          a.reportCount());
    }
  }

  private static String alertState(Alert alert) {
    return switch (alert.state()) {
      case AlertState.Open _ -> "open";
      case AlertState.Unknown _ -> "unknown";
      case AlertState.Resolved _ -> "resolved";
    };
  }

  record Entry(Instant at, String actor, String action, String said, String because) {
    static Entry of(Deed d) {
      return new Entry(d.at(), d.actor(), d.action(), d.said(), d.because());
    }
  }

  record NotificationJson(
      String person, String method, String rung, String delivery, int attempts, boolean duplicate) {
    static NotificationJson of(Notification n) {
      return new NotificationJson(
          n.person().handle(),
          n.method().word(),
          n.rung(),
          n.delivery().word(),
          n.attempts(),
          n.possibleDuplicate());
    }
  }
}
