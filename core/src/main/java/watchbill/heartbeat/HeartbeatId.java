package watchbill.heartbeat;

import watchbill.catalog.IntegrationId;

/// Names a heartbeat: its handle in the files, or `integration:name` when its sender made it.
public record HeartbeatId(String value) implements Comparable<HeartbeatId> {
  /// The longest name a sender may give.
  public static final int NAME_MAX = 200;

  /// Of one that was made by a call: no handle has a colon, so it is never one of the files'.
  public static HeartbeatId made(IntegrationId integration, String name) {
    return new HeartbeatId(integration.handle() + ":" + name);
  }

  /// As its sender calls it.
  public String name() {
    return value.substring(value.indexOf(':') + 1);
  }

  /// Whether the files declare it; else its sender made it.
  public boolean isDeclared() {
    return value.indexOf(':') < 0;
  }

  @Override
  public int compareTo(HeartbeatId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
