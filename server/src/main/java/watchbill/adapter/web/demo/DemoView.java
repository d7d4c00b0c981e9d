package watchbill.adapter.web.demo;

import java.util.List;
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
  /// @param address the path of the wake page
  public record Shown(
      String method,
      String at,
      String headline,
      List<DemoPhonesView.Received.Fact> facts,
      String address,
      boolean latest) {}
}
