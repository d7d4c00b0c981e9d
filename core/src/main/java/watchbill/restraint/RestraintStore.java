package watchbill.restraint;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.alert.AlertId;
import watchbill.alert.AlertKey;
import watchbill.kernel.Port;

/// Keeps what rules must know of alerts: which may inhibit others, and how often each came.
@Port
public interface RestraintStore {
  /// Notes open alerts that are the source of a rule, under its digest; the same again changes
  /// nothing. They are forgotten when they are over.
  void inhibits(List<Inhibitor> inhibitors);

  /// The oldest open alert that inhibits by this digest.
  ///
  /// @param exceptBothSides whether those on both sides of their rule do not count
  Optional<AlertId> inhibitor(String digest, boolean exceptBothSides);

  /// The name of the rules that sources are known by; empty at first.
  Optional<String> rules();

  /// Forgets all sources; from now on they are known by other rules.
  void rules(String name);

  /// When alerts of these keys opened, as far as it is still known.
  Map<AlertKey, List<Instant>> openings(Collection<AlertKey> keys);

  /// Keeps when alerts of a key opened, instead of what was kept.
  void opened(Map<AlertKey, List<Instant>> openings, Instant forgetAt);

  /// Notes that alerts of keys ended, so that their openings are known for a while. Of a key that
  /// is known already nothing changes but when it is forgotten.
  void ended(Map<AlertKey, Instant> firstOpenings, Instant forgetAt);

  /// Forgets keys whose time has come, at most `limit`; says how many.
  int forget(Instant now, int limit);

  /// An open alert that holds others back.
  ///
  /// @param bothSides whether it is a target of the rule too
  record Inhibitor(String digest, AlertId alert, boolean bothSides) {}
}
