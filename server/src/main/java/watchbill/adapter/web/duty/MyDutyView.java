package watchbill.adapter.web.duty;

import java.util.List;
import watchbill.adapter.web.Frame;
import watchbill.adapter.web.Mark;

/// All that is shown.
///
/// @param headline what it means: `You are on duty until Mon 09:00`
/// @param said what was just done; empty when nothing was
/// @param mayStandDown whether "I can't" is offered
/// @param mayTakeBack whether "Take back" is
/// @param waiting swaps that wait for the reader's answer
/// @param asked swaps the reader asked for, the newest first
/// @param open shifts that wait for somebody
/// @param withFeeds whether calendars can be made
/// @param owed what the ledger says of this month and the last
public record MyDutyView(
    Frame frame,
    String headline,
    String subline,
    String said,
    boolean mayStandDown,
    boolean mayTakeBack,
    List<ShiftItem> shifts,
    List<SwapItem> waiting,
    List<SwapItem> asked,
    List<OpenItem> open,
    List<LeaveItem> leave,
    List<OwedItem> owed,
    List<ReachItem> reach,
    List<FeedItem> feeds,
    boolean withFeeds,
    String asOf) {

  /// A duty ahead.
  ///
  /// @param swap where it can be swapped; empty where it can't
  public record ShiftItem(
      String when, String length, String rota, String address, String detail, String swap) {}

  /// A swap.
  ///
  /// @param words what it is: `Cho takes Mon … from you, and you take …`
  /// @param note in the words of whoever asked or answered; may be empty
  public record SwapItem(String id, Mark mark, String words, String note, boolean open) {}

  /// A shift that waits for somebody.
  ///
  /// @param own whether the reader opened it
  public record OpenItem(String id, String words, String detail, boolean own) {}

  /// Some days away.
  ///
  /// @param fixed why it can't be withdrawn here; empty when it can
  public record LeaveItem(String id, String words, String note, String fixed) {}

  /// What one month gave.
  public record OwedItem(String month, String words, String detail) {}

  /// How the reader is told.
  ///
  /// @param when `A page, at any hour`
  public record ReachItem(String when, List<String> ways) {}

  /// A calendar that was made.
  public record FeedItem(String id, String words) {}
}
