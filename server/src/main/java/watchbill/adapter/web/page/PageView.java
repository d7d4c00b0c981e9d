package watchbill.adapter.web.page;

import java.util.List;
import java.util.Optional;
import watchbill.adapter.web.ChangeLine;
import watchbill.adapter.web.Frame;
import watchbill.adapter.web.JudgeForm;
import watchbill.adapter.web.Mark;
import watchbill.adapter.web.Option;

/// One page, whole.
///
/// @param since `opened 03:12 CET (02:12 UTC)`
/// @param facts `checkout · tier 1 · Payments`
/// @param actions the buttons, the first of them the one to press
/// @param assignees whom it may be given to, the people of its team; empty once it is over
/// @param snoozes for how long it may be put off; empty once it is over
/// @param after the heading over the ladder: what happens if nobody answers, or that nothing will
/// @param changes what changed in the two hours before, newest first
/// @param judge what the reader is asked once it is over; empty for everybody else
/// @param judged what somebody said: `Ana: actionable, could have waited`
/// @param alertCount all it ever covered; `alerts` may hold fewer
public record PageView(
    Frame frame,
    long number,
    Mark mark,
    String title,
    String age,
    String since,
    String facts,
    String hands,
    List<Action> actions,
    List<Option> assignees,
    List<SnoozeChoice> snoozes,
    List<Happened> timeline,
    boolean timelineCut,
    List<Told> told,
    List<AlertItem> alerts,
    long alertCount,
    long openAlertCount,
    String after,
    List<Rung> ladder,
    Optional<Runbook> runbook,
    List<ChangeLine> changes,
    Optional<JudgeForm> judge,
    Optional<String> judged,
    String asOf) {

  /// Whether nobody had to be told yet.
  public boolean isResting() {
    return List.of(Mark.HELD, Mark.GATHERING, Mark.SNOOZED).contains(mark);
  }

  /// Whether what happened is history: nobody must act on it any more.
  public boolean isPast() {
    return !mark.look().equals(Mark.FIRING.look());
  }

  /// A button.
  ///
  /// @param verb the end of the address it posts to
  public record Action(String verb, String words) {}

  /// One entry of the timeline.
  ///
  /// @param look the class that colours its dot
  public record Happened(String look, String at, String machineAt, String said, String because) {}

  /// One notification.
  public record Told(String person, String method, Mark mark, String at, String detail) {}

  /// One alert.
  ///
  /// @param labels `name=value`
  public record AlertItem(
      Mark mark,
      String summary,
      String source,
      String severity,
      String since,
      String reports,
      List<String> labels,
      List<Detail> details,
      String firstEvent,
      String lastEvent) {}

  /// What else the sender said; a link when it is an address one may follow.
  public record Detail(String name, String words, Optional<String> link) {}

  /// A step of the policy.
  ///
  /// @param look `done`, `next` or nothing
  public record Rung(String look, String who, String when) {}

  public record Runbook(String address, String words) {}
}
