package watchbill.silence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.alert.AlertId;
import watchbill.alert.AlertStore;
import watchbill.alert.SilenceId;
import watchbill.kernel.Port;

/// Keeps silences, how far each has looked over the open alerts, and what it muted.
@Port
public interface SilenceStore {
  /// Keeps a new silence. Its look over the open alerts is due when it starts, the telling of its
  /// owner when [Silences#warnAt] says.
  void add(Silence silence);

  /// Keeps a silence as it is now, under the id it has. What was due of it is due anew, unless it
  /// is over.
  void save(Silence silence);

  Optional<Silence> find(SilenceId id);

  /// Those that have not ended at `now`, oldest first.
  List<Silence> live(Instant now);

  /// Those that ended after `since` and not after `now`, last ended first, at most `limit`.
  List<Silence> ended(Instant since, Instant now, int limit);

  /// Silences that began and have not looked over all open alerts, those waiting longest first, at
  /// most `limit`.
  List<Sweep> toSweep(Instant now, int limit);

  /// Notes how far a silence has looked; empty means to the end.
  void swept(SilenceId silence, Optional<AlertStore.Place> after);

  /// Silences whose owner must be told at `now` that they end, at most `limit`.
  List<Silence> toWarn(Instant now, int limit);

  void warned(SilenceId silence);

  /// Notes what a silence muted; the same again changes nothing.
  void muted(SilenceId silence, List<AlertId> alerts);

  /// What a silence ever muted, the newest first, at most `limit`.
  List<AlertId> mutedBy(SilenceId silence, int limit);

  long countMutedBy(SilenceId silence);

  /// A silence on its way over the open alerts.
  ///
  /// @param after up to where it came; empty at the beginning
  record Sweep(Silence silence, Optional<AlertStore.Place> after) {}
}
