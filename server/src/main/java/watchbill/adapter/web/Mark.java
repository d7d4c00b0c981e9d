package watchbill.adapter.web;

import watchbill.alert.Alert;
import watchbill.alert.AlertState;
import watchbill.catalog.Urgency;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;

/// A state as shape, word and colour, always the three together.
///
/// @param look the class in the stylesheet that draws shape and colour
public record Mark(String look, String word) {
  public static final Mark FIRING = new Mark("firing", "Firing");
  public static final Mark NOBODY_ANSWERED = new Mark("firing", "Nobody answered");
  public static final Mark CAN_WAIT = new Mark("silenced", "Can wait");
  public static final Mark HELD = new Mark("silenced", "Held");
  public static final Mark GATHERING = new Mark("silenced", "Gathering");
  public static final Mark SNOOZED = new Mark("silenced", "Snoozed");
  public static final Mark ACKNOWLEDGED = new Mark("acked", "Acknowledged");
  public static final Mark RESOLVED = new Mark("ok", "Resolved");
  public static final Mark NOBODY = new Mark("nodata", "Nobody");
  public static final Mark UNKNOWN = new Mark("nodata", "Unknown");

  /// Red is for what somebody must act on now; what may wait until morning is not.
  public static Mark of(Page page) {
    return switch (page.escalation()) {
      case Escalation.Waiting _ when page.urgency() == Urgency.WORKING_HOURS -> CAN_WAIT;
      case Escalation.Waiting _ -> FIRING;
      case Escalation.Resting r -> of(r.why());
      case Escalation.Exhausted _ when page.urgency() == Urgency.WORKING_HOURS ->
          new Mark(CAN_WAIT.look(), NOBODY_ANSWERED.word());
      case Escalation.Exhausted _ -> NOBODY_ANSWERED;
      case Escalation.Acknowledged _ -> ACKNOWLEDGED;
      case Escalation.Resolved _ -> RESOLVED;
    };
  }

  private static Mark of(Escalation.Resting.Why why) {
    return switch (why) {
      case GATHERING -> GATHERING;
      case HELD -> HELD;
      case SNOOZED -> SNOOZED;
      case UNHEARD -> UNKNOWN;
    };
  }

  /// An alert of the page: red only while nobody has taken the page on, and its source speaks of
  /// it.
  public static Mark of(Alert alert, Page page) {
    return switch (alert.state()) {
      case AlertState.Resolved _ -> RESOLVED;
      case AlertState.Unknown _ -> UNKNOWN;
      case AlertState.Open _ when needsSomebodyNow(page) -> FIRING;
      case AlertState.Open _ -> new Mark(of(page).look(), "Still fires");
    };
  }

  /// Whether this is what the headline counts.
  public static boolean needsSomebodyNow(Page page) {
    return of(page).look().equals(FIRING.look());
  }
}
