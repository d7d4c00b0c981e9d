package watchbill.change;

import java.time.Instant;
import java.util.List;
import watchbill.catalog.ServiceId;
import watchbill.kernel.Port;

/// Keeps changes for a while.
@Port
public interface ChangeStore {
  /// Keeps a change. When its integration told of it before, by [Change#key()], that one is renewed
  /// and keeps its id and the time it was first told; unless what is known took effect later, then
  /// nothing happens.
  void put(Change change);

  /// Changes of one service, newest first.
  List<Change> of(ServiceId service, Window window, int limit);

  /// Changes of every service, newest first.
  List<Change> all(Window window, int limit);

  /// Forgets the oldest of those that took effect before this instant.
  ///
  /// @return how many are forgotten, at most `limit`
  int forget(Instant before, int limit);

  /// A stretch of the list, in which changes stand by when they took effect and then by id.
  ///
  /// @param from inclusive
  /// @param before exclusive
  record Window(Instant from, Place before) {
    /// From one instant to another, which is not included.
    public Window(Instant from, Instant until) {
      this(from, new Place(until, ""));
    }
  }

  /// Where a change stands in the list. An empty id stands before all others of its instant.
  record Place(Instant at, String id) {
    public static Place of(Change change) {
      return new Place(change.at(), change.id().value());
    }
  }
}
