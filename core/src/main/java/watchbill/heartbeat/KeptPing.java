package watchbill.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A ping in the history of its heartbeat.
///
/// @param took from the start that was heard of the same run; empty when none was
public record KeptPing(
    String id, HeartbeatId heartbeat, Instant at, Ping ping, Optional<Duration> took) {}
