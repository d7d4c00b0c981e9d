package watchbill.testkit.simulation.plan;

import java.time.Instant;
import java.util.Locale;

/// Something that will be wrong with what a team runs, as long as it lasts.
///
/// @param number its place in the plan
/// @param team whose it is, counted round
/// @param seed of whatever else is drawn for it
public record Trouble(int number, Kind kind, int team, Instant at, long seed) {
  /// What its source does with it.
  public enum Kind {
    /// Says once that it is wrong, and once that it is over.
    PLAIN,
    /// Says it again and again, and the messages come late and in any order.
    REPEATED,
    /// Comes and goes.
    FLAPPING,
    /// Many things at once.
    STORM,
    /// Is said again before its lease runs out; then its source says that it is over.
    LEASED,
    /// The same, and then its source says nothing any more.
    FALLS_SILENT,
    /// Can wait until morning.
    WARNING,
    /// What no sane source says.
    POISON;

    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  public String words() {
    return kind.words() + " trouble of team " + team;
  }
}
