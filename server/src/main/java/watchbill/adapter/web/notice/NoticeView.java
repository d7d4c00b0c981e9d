package watchbill.adapter.web.notice;

import java.util.List;
import java.util.Optional;
import watchbill.adapter.web.Light;
import watchbill.notification.Message;

/// A notice, or why its link does nothing.
///
/// @param meta what kind of notice it is and since when; empty when there is none to show
/// @param verdict what its answer means, or why there is none to give; empty while it waits
/// @param button what the button says; empty when there is nothing to press
/// @param action where the button posts
/// @param go where to go on instead; empty when nowhere
public record NoticeView(
    Light light,
    String title,
    String meta,
    String verdict,
    List<Message.Fact> facts,
    Optional<String> button,
    String action,
    Optional<Go> go) {

  /// A link that leads on.
  public record Go(String address, String words) {}

  /// Why the link did nothing, and what to do.
  static NoticeView trouble(Light light, String title, String words, Go go) {
    return new NoticeView(
        light, title, "", words, List.of(), Optional.empty(), "", Optional.of(go));
  }
}
