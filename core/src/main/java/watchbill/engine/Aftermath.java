package watchbill.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What became of a message that came, in words and instants.
///
/// @param reports one for each report in it that is still known
/// @param more how many reports are not known one by one
/// @param answer to one person who asks why they were, or were not, told
public record Aftermath(
    String headline,
    String event,
    Instant at,
    String integration,
    Optional<Answer> answer,
    List<Report> reports,
    int more,
    List<PageStory> pages) {

  /// What one report did.
  ///
  /// @param about the summary of its alert
  /// @param because what each rule said and what held it back, as it was then
  /// @param page its number, if it had one then
  /// @param now how the alert stands
  public record Report(
      String about, String did, List<String> because, Optional<Long> page, String now) {}

  /// A page that the message opened, or that its alerts belong to.
  public record PageStory(
      String id, long number, String title, String service, List<Entry> timeline) {}

  /// Something that happened.
  public record Entry(Instant at, String said, String because) {}

  /// Why somebody was, or was not, told.
  ///
  /// @param sentence the answer
  /// @param facts that it rests on
  public record Answer(String person, String name, String sentence, List<String> facts) {}
}
