package watchbill.heartbeat;

import java.util.Optional;
import watchbill.catalog.IntegrationId;

/// Names a heartbeat: its handle in the files, `:integration` for an integration that must be heard
/// from, `@name` for another Watchbill, or `integration:name` when its sender made it.
public record HeartbeatId(String value) implements Comparable<HeartbeatId> {
  /// The longest name a sender may give.
  public static final int NAME_MAX = 200;

  /// Of one that was made by a call: no handle has a colon, so it is never one of the files'.
  public static HeartbeatId made(IntegrationId integration, String name) {
    return new HeartbeatId(integration.handle() + ":" + name);
  }

  /// Of an integration that must be heard from, whatever it says. No handle is empty, so it is
  /// never one that was made.
  public static HeartbeatId ofSource(IntegrationId integration) {
    return new HeartbeatId(":" + integration.handle());
  }

  /// Of another Watchbill that beats us. No handle has an at sign.
  public static HeartbeatId ofPeer(String name) {
    return new HeartbeatId("@" + name);
  }

  /// As people call it: by its handle, or as its sender does.
  public String name() {
    if (value.startsWith("@")) {
      return "Watchbill " + value.substring(1);
    }
    String name = value.substring(value.indexOf(':') + 1);
    return source().isPresent() ? "integration " + name : name;
  }

  /// The integration whose every message it hears; empty when it hears pings.
  public Optional<IntegrationId> source() {
    return value.startsWith(":")
        ? Optional.of(new IntegrationId(value.substring(1)))
        : Optional.empty();
  }

  /// Whether the files declare it; else its sender made it.
  public boolean isDeclared() {
    return value.indexOf(':') <= 0;
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
