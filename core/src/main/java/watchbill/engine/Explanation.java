package watchbill.engine;

import java.time.Instant;
import java.util.List;

/// The way of one message, told ahead, in words and instants.
///
/// @param headline who is woken, or that nobody is
/// @param ways one for each report in the message
/// @param ladders of the pages that would open, or that it joins
/// @param refused what of the message can't be used
/// @param notKnown what can't be said for sure
public record Explanation(
    String headline,
    Instant at,
    String integration,
    List<Way> ways,
    List<Ladder> ladders,
    List<String> refused,
    List<String> notKnown) {

  /// What becomes of one report.
  ///
  /// @param about its summary, or its key
  /// @param pages whether somebody must take charge of it
  /// @param ladder which of the ladders is that of its page, from 1; 0 for none
  public record Way(String about, List<Turn> turns, boolean pages, int ladder) {}

  /// One decision on the way.
  ///
  /// @param what was asked: `alert`, `rule`, `urgency`, `suppression`, `page`
  public record Turn(String what, String said, String because) {}

  /// Who is told of a page, and when, for as long as nobody answers.
  ///
  /// @param page what it is called: `page 12`, `a new page of checkout`
  /// @param end what follows the last rung
  public record Ladder(
      String page,
      String service,
      String urgency,
      String group,
      List<Rest> rests,
      List<Rung> rungs,
      String end) {}

  /// A time in which nobody is told.
  public record Rest(String why, Instant from, Instant until) {}

  /// One wake.
  ///
  /// @param rung `step 1 of 2`, `fallback`
  /// @param gaps what named nobody; may be empty
  public record Rung(Instant at, String rung, String why, List<Told> told, String gaps) {}

  /// One person.
  ///
  /// @param person their handle
  public record Told(String person, String name, String why, List<By> by) {}

  /// One way to them.
  public record By(String method, Instant at) {}
}
