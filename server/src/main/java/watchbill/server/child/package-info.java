/// A Watchbill in a process of its own, started the way a user starts it: for benchmarks, for the
/// demo's story, and for tests that kill it.
///
/// Easy to get wrong: a child that outlives its parent pages somebody in a test long over. Close
/// it.
@NullMarked
package watchbill.server.child;

import org.jspecify.annotations.NullMarked;
