package watchbill.testkit.simulation.play;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchbill.testkit.simulation.plan.Fault;
import watchbill.testkit.simulation.plan.FaultKind;

/// Which faults are on, and since when none is.
public final class Weather {
  private final List<Fault> on = new ArrayList<>();
  private final Map<FaultKind, Instant> lastSeen = new EnumMap<>(FaultKind.class);
  private final int nodes;
  private Instant calmSince;
  private Instant changedAt;
  private int troubles;
  private int disturbances;

  Weather(int nodes, Instant start) {
    this.nodes = nodes;
    this.calmSince = start;
    this.changedAt = start;
  }

  void begin(Fault fault, Instant now) {
    on.add(fault);
    worsen(fault.kind(), now);
  }

  void end(Fault fault, Instant now) {
    on.remove(fault);
    improve(fault.kind(), now);
  }

  /// Also for what is on no list: a node is down.
  void worsen(FaultKind kind, Instant now) {
    troubles++;
    disturbances++;
    lastSeen.put(kind, now);
    changedAt = now;
  }

  void improve(FaultKind kind, Instant now) {
    troubles--;
    lastSeen.put(kind, now);
    changedAt = now;
    if (troubles == 0) {
      calmSince = now;
    }
  }

  public boolean isCalm() {
    return troubles == 0;
  }

  /// Of no meaning while it is not calm.
  public Instant calmSince() {
    return calmSince;
  }

  /// Whether one of these was on at `since` or later.
  public boolean sawSince(Instant since, Set<FaultKind> kinds) {
    return kinds.stream()
        .anyMatch(k -> is(k) || !lastSeen.getOrDefault(k, Instant.MIN).isBefore(since));
  }

  /// Whether nothing but this is wrong, and since when.
  public Optional<Instant> onlySince(FaultKind kind) {
    boolean only =
        troubles > 0 && on.size() == troubles && on.stream().allMatch(f -> f.kind() == kind);
    return only ? Optional.of(changedAt) : Optional.empty();
  }

  /// How often something went wrong so far.
  public int disturbances() {
    return disturbances;
  }

  /// How much of that goes on.
  public int goingOn() {
    return troubles;
  }

  public boolean is(FaultKind kind) {
    return on.stream().anyMatch(f -> f.kind() == kind);
  }

  public boolean strikes(FaultKind kind, int node) {
    return on.stream().anyMatch(f -> f.kind() == kind && f.node() % nodes == node);
  }

  /// Whether a node can't use the store at all.
  boolean storeIsAway(int node) {
    return !on.isEmpty()
        && (is(FaultKind.STORE_DOWN)
            || strikes(FaultKind.CUT_OFF, node)
            || strikes(FaultKind.ANSWERS_LOST, node));
  }
}
