package watchbill.adapter.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import watchbill.alert.AlertReport;
import watchbill.alert.EventId;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;

/// A front door that keeps what it is handed, or says to try later.
public final class RecordingDoor implements FrontDoor {
  private final List<Command.Receive> received = Collections.synchronizedList(new ArrayList<>());
  private volatile Optional<Reply> instead = Optional.empty();

  @Override
  public Reply submit(Command command) {
    if (instead.isPresent()) {
      return instead.get();
    }
    received.add((Command.Receive) command);
    return new Reply.Received(new EventId("event-1"), List.of());
  }

  /// From now on it keeps nothing.
  public void sayTryLater(boolean overloaded, Duration after) {
    String why = overloaded ? "too much at once" : "the store can't be written";
    instead = Optional.of(new Reply.TryLater(overloaded, after, why));
  }

  /// From now on it keeps again.
  public void open() {
    instead = Optional.empty();
  }

  public List<Command.Receive> received() {
    return List.copyOf(received);
  }

  public Command.Receive last() {
    return received.getLast();
  }

  /// The only report of the only message.
  public AlertReport onlyReport() {
    if (received.size() != 1 || received.getFirst().reports().size() != 1) {
      throw new AssertionError("expected one report, got " + received);
    }
    return received.getFirst().reports().getFirst();
  }
}
