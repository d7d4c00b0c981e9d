package watchbill.adapter.ingest.opsgenie;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.alert.Alert;
import watchbill.alert.AlertState;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;
import watchbill.request.Amendments;
import watchbill.request.NumberedAlert;

/// An alert with its page, in the words of this API.
///
/// @param page none for an alert that wakes nobody
record ShownAlert(long number, Alert alert, Optional<Page> page) {
  static ShownAlert of(NumberedAlert numbered, Optional<Page> page) {
    return new ShownAlert(numbered.number(), numbered.alert(), page);
  }

  String id() {
    return alert.id().value();
  }

  String alias() {
    return alert.deduplicationKey();
  }

  String message() {
    return alert.condition().summary();
  }

  String status() {
    return alert.state().isOpen() ? "open" : "closed";
  }

  String priority() {
    return alert.condition().labels().getOrDefault(Priority.LABEL, Priority.UNSAID.name());
  }

  String entity() {
    return alert.condition().labels().getOrDefault(CreateReader.ENTITY, "");
  }

  String description() {
    return alert.condition().details().getOrDefault(CreateReader.DESCRIPTION, "");
  }

  List<String> actions() {
    String actions = alert.condition().details().getOrDefault(CreateReader.ACTIONS, "");
    return actions.isEmpty() ? List.of() : List.of(actions.split(",", -1));
  }

  List<String> tags() {
    return Amendments.tags(alert.shown());
  }

  Map<String, String> details() {
    return CreateReader.own(alert.condition().details());
  }

  boolean isAcknowledged() {
    return acknowledged().isPresent();
  }

  Optional<Escalation.Acknowledged> acknowledged() {
    return escalation()
        .filter(Escalation.Acknowledged.class::isInstance)
        .map(Escalation.Acknowledged.class::cast);
  }

  /// Whoever took charge; empty when nobody has.
  String owner() {
    return acknowledged().map(Escalation.Acknowledged::by).orElse("");
  }

  Optional<Instant> snoozedUntil() {
    return escalation()
        .filter(Escalation.Resting.class::isInstance)
        .map(Escalation.Resting.class::cast)
        .filter(r -> r.why() == Escalation.Resting.Why.SNOOZED)
        .map(Escalation.Resting::until);
  }

  /// When it last changed: by a report, by somebody who took charge, by its end.
  Instant updatedAt() {
    Instant last = alert.lastSeenAt();
    Optional<Instant> taken = acknowledged().map(Escalation.Acknowledged::at);
    if (taken.filter(last::isBefore).isPresent()) {
      last = taken.get();
    }
    Optional<Instant> over = alert.state().resolved().map(AlertState.Resolved::at);
    return over.filter(last::isBefore).orElse(last);
  }

  /// From its beginning to then, in milliseconds.
  long since(Instant then) {
    return Math.max(0, Duration.between(alert.openedAt(), then).toMillis());
  }

  /// An alert that is over is in nobody's hands.
  private Optional<Escalation> escalation() {
    return page.filter(_ -> alert.state().isOpen()).map(Page::escalation);
  }
}
