package watchbill.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchbill.alert.AlertDecision;
import watchbill.alert.AlertId;
import watchbill.alert.AlertReport;
import watchbill.alert.Consequence;
import watchbill.alert.KnownAlert;
import watchbill.alert.PageId;
import watchbill.alert.Suppression;
import watchbill.route.Route;

/// What was decided about one report.
///
/// @param alert it is about; empty when it changes nothing
/// @param route where it goes; only of what opens or gets worse
/// @param suppression why it wakes nobody; only of what opens or gets worse
/// @param page that the alert belongs to from now on
record Decided(
    AlertReport report,
    AlertDecision decision,
    Optional<AlertId> alert,
    Optional<Route> route,
    Optional<Suppression> suppression,
    Optional<PageId> page) {

  /// Nothing changes about where it belongs.
  static Decided about(AlertReport report, AlertDecision decision, KnownAlert alert) {
    return new Decided(
        report,
        decision,
        Optional.of(alert.id()),
        Optional.empty(),
        Optional.empty(),
        alert.page());
  }

  static Decided nothing(AlertReport report, AlertDecision.Ignore decision) {
    return new Decided(
        report, decision, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Decided risen(
      AlertDecision.Rise rise,
      Route route,
      Optional<Suppression> suppression,
      Optional<PageId> page) {
    return new Decided(
        rise.report(), rise, Optional.of(rise.alert().id()), Optional.of(route), suppression, page);
  }

  /// As it is kept with the message.
  Consequence consequence() {
    return switch (decision) {
      case AlertDecision.Open _ ->
          new Consequence(Consequence.Kind.OPENED, alert, page, decidedBy());
      case AlertDecision.Rise _ -> new Consequence(Consequence.Kind.ROSE, alert, page, decidedBy());
      case AlertDecision.Refresh _ -> plain(Consequence.Kind.REFRESHED);
      case AlertDecision.Resolve _ -> plain(Consequence.Kind.ENDED);
      case AlertDecision.TakeCharge _ -> plain(Consequence.Kind.TAKEN);
      case AlertDecision.Ignore(var why) ->
          new Consequence(
              Consequence.Kind.IGNORED, Optional.empty(), Optional.empty(), List.of(words(why)));
    };
  }

  /// A resend is what comes most often, so it is kept in the fewest words.
  private Consequence plain(Consequence.Kind kind) {
    return new Consequence(kind, alert, Optional.empty(), List.of());
  }

  private List<String> decidedBy() {
    if (suppression.isEmpty() && route.filter(r -> !r.trail().isEmpty()).isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    route.ifPresent(r -> r.trail().forEach(turn -> words.add(turn.inWords())));
    suppression.ifPresent(why -> words.add(why.inWords()));
    return words;
  }

  static String words(AlertDecision.Why why) {
    return switch (why) {
      case NOTHING_OPEN -> "nothing open has its key: it ended before, or never began here";
      case JUST_CLOSED_BY_A_PERSON ->
          "a person resolved it minutes ago, and its source has not noticed yet";
      case ALREADY_OVER -> "its time had run out before it came";
      case HEARD_BEFORE -> "its sender sent this very event before: same id, same source";
    };
  }
}
