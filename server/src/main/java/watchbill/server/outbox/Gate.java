package watchbill.server.outbox;

import java.time.Duration;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;

/// The way to the engine for whoever moves pages on and tells people. Closed while a node goes by
/// what it knew, and until the store has heard what came of that.
public final class Gate implements FrontDoor {
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

  private final FrontDoor door;
  private volatile boolean open = true;

  public Gate(FrontDoor door) {
    this.door = door;
  }

  @Override
  public Reply submit(Command command) {
    return open
        ? door.submit(command)
        : new Reply.TryLater(false, AGAIN_AFTER, "this node goes by what it knew of the store");
  }

  public boolean isOpen() {
    return open;
  }

  void close() {
    open = false;
  }

  void open() {
    open = true;
  }
}
