package watchbill.testkit.simulation.play;

import java.util.stream.Collectors;
import watchbill.alert.AlertReport;
import watchbill.engine.Command;
import watchbill.engine.Handing;
import watchbill.engine.Reply;
import watchbill.notification.Notification;
import watchbill.notification.Outcome;

/// Puts what happened into words that are the same in every run.
final class HappeningWords {
  private HappeningWords() {}

  static String of(Happening happening) {
    return switch (happening) {
      case Happening.Asked(var node, var command) -> "node " + node + " is asked: " + of(command);
      case Happening.Turned(var node, _, var command, var reply) ->
          "node " + node + ": " + of(command) + " -> " + of(reply);
      case Happening.Leaves(var node, _, var handing) ->
          "node %d lets %s leave %s"
              .formatted(
                  node,
                  handing.notification().id().value(),
                  handing instanceof Handing.OfPages(var pages, _, _)
                      ? "with " + (pages.size() - 1) + " others"
                      : "alone");
      case Happening.Handed(var node, _, var handing) ->
          "node " + node + " hands over " + of(handing.notification());
      case Happening.Tried(var node, var notification, var outcome, var rang) ->
          "node %d sends %s: %s%s"
              .formatted(
                  node, notification.id().value(), of(outcome), rang ? "; the phone rings" : "");
      case Happening.FaultBegan(var fault) -> "FAULT begins: " + fault.words();
      case Happening.FaultEnded(var fault) -> "FAULT ends: " + fault.kind().words();
      case Happening.NodeStopped(var node, var why) -> "node " + node + " stops: " + why;
      case Happening.NodeStarted(var node, _) -> "node " + node + " starts";
      case Happening.NodeThawed(var node) -> "node " + node + " goes on";
    };
  }

  private static String of(Command command) {
    return switch (command) {
      case Command.Receive(var from, _, _, var reports, _) ->
          from.id()
              + " says "
              + reports.stream().map(HappeningWords::of).collect(Collectors.joining(", "));
      case Command.Acknowledge(var page, var by, _) -> by + " acknowledges " + page.value();
      case Command.Resolve(var page, var by, _) -> by + " resolves " + page.value();
      case Command.HandOver(var page, var by, _) -> by + " hands over " + page.value();
      case Command.Snooze(var page, var until, var by, _) ->
          by + " snoozes " + page.value() + " until " + until;
      case Command.EscalateNow(var page, var by, _) -> by + " escalates " + page.value();
      case Command.Unacknowledge(var page, var by, _) -> by + " gives back " + page.value();
      case Command.StandDown(var person, var until, _, _) ->
          person + " can't be on duty until " + until;
      case Command.AddOverride(var rota, _, var span, var change, _, _) ->
          "override of "
              + rota
              + " from "
              + span.from()
              + " to "
              + span.until()
              + ": "
              + change.inWords();
      case Command.Hand(var id, var fence) -> "hand " + id.value() + " fence " + fence;
      case Command.Settle(var id, _, var outcome, _) -> "settle " + id.value() + " " + of(outcome);
      case Command other -> other.getClass().getSimpleName();
    };
  }

  private static String of(AlertReport report) {
    return switch (report) {
      case AlertReport.Firing(_, var key, var condition, _, var lease, _, _) ->
          condition.severity().word() + " " + key + lease.map(l -> " until " + l).orElse("");
      case AlertReport.Ended(var key, _) -> "end of " + Long.toHexString(key.high());
      case AlertReport.TakenCharge(var key) -> "charge of " + Long.toHexString(key.high());
    };
  }

  private static String of(Reply reply) {
    return switch (reply) {
      case Reply.Received(var event, var ignored) -> "received as " + event.value() + " " + ignored;
      case Reply.Paged(var page, var number, var said) ->
          "page " + number + " (" + page.value() + ") " + said;
      case Reply.Ticked(var moved, _) -> "moved " + moved;
      case Reply.Claimed(var all) ->
          "claimed " + all.stream().map(n -> n.id().value()).collect(Collectors.joining(", "));
      case Reply.HandNow(var handing) -> handing.isPresent() ? "yes" : "no";
      case Reply.Inspected(var mended) -> "mended " + mended;
      case Reply.TryLater(_, _, var why) -> "try later: " + why;
      case Reply.Refused(var refusal) -> "refused: " + refusal.code();
      case Reply other -> other.getClass().getSimpleName();
    };
  }

  private static String of(Notification n) {
    return "%s to %s by %s, %s, attempt %d%s"
        .formatted(
            n.id().value(),
            n.person().handle(),
            n.method().word(),
            n.rung(),
            n.attempts(),
            n.possibleDuplicate() ? ", possible duplicate" : "");
  }

  private static String of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted(_, var delivered) -> delivered ? "delivered" : "accepted";
      case Outcome.Refused(var why) -> "refused: " + why;
      case Outcome.Unavailable(var why) -> "unavailable: " + why;
      case Outcome.NoAnswer(var why) -> "no answer: " + why;
    };
  }
}
