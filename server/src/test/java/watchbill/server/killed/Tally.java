package watchbill.server.killed;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What came of one scenario.
///
/// @param store in which kind of store
/// @param calls how many there were when it was not killed
/// @param points where it can be killed
/// @param tried how many of them were
/// @param killed how many of these killed a process; the others were not reached this time
/// @param restarts of the node
/// @param worst from the start of a process after a kill to the first message that was still due
record Tally(
    String scenario,
    String store,
    int calls,
    int points,
    int tried,
    int killed,
    int restarts,
    Duration worst,
    List<String> violations) {
  private static final double MILLIS = 1_000.0;

  String inWords() {
    return String.format(
        Locale.ROOT,
        "%-9s %-8s %5d calls %5d points %5d tried %5d killed %5d restarts %5.1f s %3d violations%s",
        scenario,
        store,
        calls,
        points,
        tried,
        killed,
        restarts,
        worst.toMillis() / MILLIS,
        violations.size(),
        violations.isEmpty() ? "" : "\n  " + String.join("\n  ", violations));
  }
}
