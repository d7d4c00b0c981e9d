package watchbill.heartbeat;

import java.time.Instant;

/// A run that has begun and has not ended, as far as was heard.
///
/// @param name as its sender calls it; may be empty
public record Run(String name, Instant startedAt) {}
