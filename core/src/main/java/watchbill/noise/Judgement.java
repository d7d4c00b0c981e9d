package watchbill.noise;

/// What somebody says of a page that is over.
///
/// @param actionable whether there was something for a person to do
/// @param couldWait whether it could have waited until the morning
public record Judgement(boolean actionable, boolean couldWait) {
  /// `actionable, could not have waited`.
  public String inWords() {
    return (actionable ? "actionable" : "not actionable")
        + (couldWait ? ", could have waited" : ", could not have waited");
  }
}
