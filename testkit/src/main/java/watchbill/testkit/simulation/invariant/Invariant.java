package watchbill.testkit.simulation.invariant;

import watchbill.testkit.simulation.play.Happening;

/// One promise, and what is watched to hold it to it.
public interface Invariant {
  /// Something happened.
  void on(Happening happening);

  /// The play is over.
  default void atEnd() {}
}
