package watchbill.server.killed;

import java.io.IOException;
import java.util.Optional;

/// Something that happens, in the middle of which a process is killed.
interface Scenario {
  /// The word by which it is asked for.
  String word();

  /// Whether a node with this store can be in the middle of it.
  default boolean suits(NodeStore.Kind store) {
    return true;
  }

  /// Who is there to be woken.
  default Household house() {
    return Household.OF_ONE;
  }

  /// Makes it happen once, watched by `strace`.
  ///
  /// @param point where a process is killed; nowhere when there is none
  /// @return what `strace` saw; it has let go
  Strace play(Round round, Optional<Point> point) throws IOException, InterruptedException;

  /// What must be so afterwards, whether it was killed or not. The node runs again.
  void check(Round round) throws IOException, InterruptedException;
}
