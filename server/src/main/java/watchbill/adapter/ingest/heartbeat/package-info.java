/// Pings as Healthchecks' clients send them, and heartbeats as Opsgenie's do.
///
/// Not here: what a ping means (`watchbill.heartbeat`).
///
/// Easy to get wrong: a ping that is not answered 200 is sent again by good clients and lost by all
/// others. Nothing about a body may be a reason to refuse the ping it came with.
@NullMarked
package watchbill.adapter.ingest.heartbeat;

import org.jspecify.annotations.NullMarked;
