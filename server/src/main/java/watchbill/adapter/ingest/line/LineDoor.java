package watchbill.adapter.ingest.line;

import java.util.List;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Tally;
import watchbill.catalog.Integration;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.time.TimeSource;

/// The way from judged lines to the disk: what is over the limit is taken out, the message is kept,
/// and what became of each line is counted once it is known.
public final class LineDoor {
  private final FrontDoor door;
  private final TimeSource time;
  private final Tally messages;
  private final LineTally lines;
  private final LineLimit limit = new LineLimit();

  public LineDoor(FrontDoor door, TimeSource time, Tally messages, LineTally lines) {
    this.door = door;
    this.time = time;
    this.messages = messages;
    this.lines = lines;
  }

  /// A message that only waits to be kept, and may be tried again as it is.
  public record Ready(Command.Receive command, LineRules.Judged judged, int over) {}

  public Ready prepare(Message message, Integration from, LineRules.Judged judged) {
    LineLimit.Admitted admitted = limit.admit(from.id(), judged.reports(), time.now());
    return new Ready(message.receive(from, admitted.reports(), List.of()), judged, admitted.over());
  }

  /// Answers once it is on disk, or known not to be.
  public Reply submit(Ready ready) {
    Reply reply = door.submit(ready.command());
    switch (reply) {
      case Reply.Received _ -> {
        messages.count(Tally.Outcome.KEPT, 1);
        Integration from = ready.command().integration();
        count(from, LineTally.Fate.TAKEN, Math.max(0, ready.judged().raised() - ready.over()));
        count(from, LineTally.Fate.OVER_LIMIT, ready.over());
        leftOut(from, ready.judged());
      }
      case Reply.TryLater _ -> messages.count(Tally.Outcome.PUT_OFF, 1);
      case Reply.Refused _ -> messages.count(Tally.Outcome.REFUSED, 1);
      case Reply other -> throw new IllegalStateException("not an answer to a message: " + other);
    }
    return reply;
  }

  /// Counts the lines of a message that is not worth keeping, since no alert comes of it.
  public void leftOut(Integration from, LineRules.Judged judged) {
    count(from, LineTally.Fate.IGNORED, judged.ignored());
    count(from, LineTally.Fate.NO_RULE, judged.dropped());
  }

  public void count(Integration from, LineTally.Fate fate, int count) {
    if (count > 0) {
      lines.count(from.id(), fate, count);
    }
  }
}
