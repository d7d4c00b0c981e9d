package watchbill.adapter.web.wake;

import java.util.List;
import java.util.Optional;
import watchbill.adapter.web.ChangeLine;
import watchbill.adapter.web.JudgeForm;
import watchbill.adapter.web.Light;
import watchbill.adapter.web.Mark;

/// What somebody just woken must see.
///
/// @param verdict what the page means for the reader now: `You have it, Ana. Nobody else is
///   called.`; empty while it waits for them
/// @param facts label and words, in the order they are asked
/// @param moreAlerts how many alerts are not shown
/// @param changes what changed shortly before, newest first; at most a few
/// @param judge what the reader is asked once it is over; empty for everybody else
/// @param big the one button; empty when there is nothing to press
/// @param small what else can be done
public record WakeView(
    Light light,
    Mark mark,
    String title,
    String age,
    String opened,
    String verdict,
    List<Fact> facts,
    List<Seen> alerts,
    String moreAlerts,
    List<ChangeLine> changes,
    Optional<String> runbook,
    String pageAddress,
    String action,
    Optional<JudgeForm> judge,
    Optional<Button> big,
    List<Button> small) {

  public boolean isOver() {
    return mark.equals(Mark.RESOLVED);
  }

  public record Fact(String label, String words) {}

  /// One alert: what we know, and nothing more.
  public record Seen(Mark mark, String summary, String where) {}

  /// A button.
  ///
  /// @param deed what it sends in the field `do`
  public record Button(String deed, String words) {}
}
