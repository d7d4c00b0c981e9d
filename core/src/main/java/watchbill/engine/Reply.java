package watchbill.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import watchbill.alert.AlertDecision;
import watchbill.alert.EventId;
import watchbill.alert.PageId;
import watchbill.calendar.CalendarEntry;
import watchbill.calendar.Leave;
import watchbill.kernel.Refusal;
import watchbill.ledger.LedgerEntry;
import watchbill.notification.Notification;
import watchbill.notification.NotificationId;

/// What the engine answers, once the turn is on disk.
public sealed interface Reply {
  /// A message was kept, and its reports had their effect.
  ///
  /// @param ignored why reports had no effect, in the order they came; empty when all had
  record Received(EventId event, List<AlertDecision.Why> ignored) implements Reply {}

  /// The page a command was about, as it stands now.
  record Paged(PageId page, long number, String said) implements Reply {}

  record Done() implements Reply {}

  /// Something was made that can be named from now on.
  record Made(String id) implements Reply {}

  /// What a feed shows at this moment, those called off too.
  record Shown(String name, List<CalendarEntry> entries) implements Reply {}

  /// What was due has moved on.
  ///
  /// @param more whether there is more to do at once
  record Ticked(int moved, boolean more) implements Reply {}

  record Claimed(List<Notification> notifications) implements Reply {}

  /// The notification to send; empty when it is no longer needed or another worker has it.
  record HandNow(Optional<Handing> handing) implements Reply {}

  /// A month of somebody's ledger was settled.
  ///
  /// @param entries what was appended; nothing when all stood there already
  /// @param entered days off to enter as leave, each under the id of its entry
  /// @param withdrawn days off that were entered before and are no more
  /// @param notes what could not be settled, in words
  record Settled(
      List<LedgerEntry> entries, List<Leave> entered, List<Leave> withdrawn, List<String> notes)
      implements Reply {}

  /// Every open page was looked at.
  ///
  /// @param mended pages that had to be set moving again
  record Inspected(int mended) implements Reply {}

  /// A self-test has begun.
  ///
  /// @param wrong why nobody could be paged, in words; then nothing was sent
  /// @param onTheirWay what must be accepted soon
  record SelfTested(List<String> wrong, List<NotificationId> onTheirWay) implements Reply {
    public SelfTested {
      wrong = List.copyOf(wrong);
      onTheirWay = List.copyOf(onTheirWay);
    }
  }

  /// Nothing was decided and nothing kept; the same command may be sent again.
  ///
  /// @param overloaded whether there is too much at once; else the store can't be written
  record TryLater(boolean overloaded, Duration after, String why) implements Reply {}

  record Refused(Refusal refusal) implements Reply {}

  /// Old messages were let go of.
  ///
  /// @param messages how many
  record Forgotten(int messages) implements Reply {}
}
