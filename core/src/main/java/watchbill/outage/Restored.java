package watchbill.outage;

import java.time.Instant;

/// The mark on a store that was put back from a copy, until a node has started with it.
///
/// @param newestAt the instant of the newest thing in the copy
/// @param restoredAt when it was put back
public record Restored(Instant newestAt, Instant restoredAt) {}
