package watchbill.server.drawing;

import java.time.Instant;
import java.util.List;

/// A shift as it is drawn.
///
/// @param people their handles; none where nobody is on duty
/// @param gap why nobody is; empty where somebody is
public record DrawnShift(Instant from, Instant until, List<String> people, String gap) {
  public DrawnShift {
    people = List.copyOf(people);
  }

  public boolean isGap() {
    return people.isEmpty();
  }
}
