package watchbill.adapter.web.demo;

import java.util.List;
import java.util.Optional;
import watchbill.adapter.web.Frame;
import watchbill.adapter.web.Mark;

/// All that is shown.
///
/// @param headline what happens right now
/// @param story the same in one more sentence
public record DemoView(
    Frame frame, String headline, String story, List<Phone> phones, String asOf) {

  /// One person's phone.
  ///
  /// @param ringing whether a page waits for this person
  public record Phone(String person, boolean ringing, Mark mark, List<Shown> messages) {}

  /// One message on it.
  ///
  /// @param address the path of the wake page, or of the notice's; empty when nothing is to press
  public record Shown(
      String method,
      String at,
      String headline,
      List<DemoPhonesView.Received.Fact> facts,
      Optional<String> address,
      boolean latest) {}
}
