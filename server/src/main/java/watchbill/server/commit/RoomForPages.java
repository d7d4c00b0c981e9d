package watchbill.server.commit;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;

/// Turns new messages away while the disk is full, so that what room is left is for the pages there
/// are: their steps, their messages and their answers.
public record RoomForPages(FrontDoor door, BooleanSupplier isFull) implements FrontDoor {
  private static final Duration WHEN_FULL = Duration.ofSeconds(30);

  @Override
  public Reply submit(Command command) {
    return command instanceof Command.Receive && isFull.getAsBoolean()
        ? new Reply.TryLater(false, WHEN_FULL, "the disk is full")
        : door.submit(command);
  }
}
