/// When heartbeats are expected, on every kind of day.
@NullMarked
package watchbill.heartbeat;

import org.jspecify.annotations.NullMarked;
