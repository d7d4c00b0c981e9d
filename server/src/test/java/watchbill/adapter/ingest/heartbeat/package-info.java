/// Pings and heartbeats over real HTTP, with an engine behind them.
@NullMarked
package watchbill.adapter.ingest.heartbeat;

import org.jspecify.annotations.NullMarked;
