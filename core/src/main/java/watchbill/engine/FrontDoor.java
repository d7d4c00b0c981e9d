package watchbill.engine;

/// The way in for adapters: hands a command to the engine and waits until its turn is on disk.
///
/// Never throws for what users or machines do: a store that can't be written, or too much at once,
/// is [Reply.TryLater].
public interface FrontDoor {
  Reply submit(Command command);
}
