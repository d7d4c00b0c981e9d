package watchbill.engine;

import java.time.Instant;
import java.util.List;
import watchbill.alert.Event;
import watchbill.kernel.Refusal;

/// Reads a kept message once more, by the dialect it came in: to replay it, to try a rule on it, to
/// explain what came of it.
@FunctionalInterface
public interface Rereader {
  /// What the message would say if it came at `now`.
  Reread read(Event event, Instant now);

  /// What came of it.
  sealed interface Reread {
    /// The message as a command, which nobody has submitted yet.
    ///
    /// @param wrong what could not be used
    record Again(Command.Receive command, List<Refusal> wrong) implements Reread {}

    /// It can't be read: its integration is gone, or wrote nothing a dialect knows.
    ///
    /// @param wrong the same field by field, as far as it is known
    record NotReadable(String why, List<Refusal> wrong) implements Reread {
      public NotReadable {
        wrong = List.copyOf(wrong);
      }

      public NotReadable(String why) {
        this(why, List.of());
      }
    }
  }
}
