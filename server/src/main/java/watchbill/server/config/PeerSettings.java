package watchbill.server.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import watchbill.alert.Severity;
import watchbill.catalog.ServiceId;
import watchbill.heartbeat.HeartbeatId;
import watchbill.heartbeat.HeartbeatPlan;
import watchbill.heartbeat.Schedule;

/// Another install: we beat it, it beats us, or both.
///
/// @param url where it is reached; empty when nothing is sent to it
/// @param keys the public keys of its nodes; none when nothing is expected of it
/// @param every how often a beat is sent, and expected
public record PeerSettings(
    String name,
    Optional<URI> url,
    List<String> keys,
    ServiceId service,
    Duration every,
    Duration grace) {
  public PeerSettings {
    keys = List.copyOf(keys);
  }

  /// What is expected of it: a beat, or somebody is woken.
  public Optional<HeartbeatPlan> plan() {
    return keys.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new HeartbeatPlan(
                HeartbeatId.ofPeer(name),
                Optional.empty(),
                Optional.empty(),
                service,
                new Schedule.Every(every),
                grace,
                Severity.CRITICAL,
                "",
                true));
  }
}
