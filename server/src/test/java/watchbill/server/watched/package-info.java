/// Tests of the heartbeat that goes out.
@NullMarked
package watchbill.server.watched;

import org.jspecify.annotations.NullMarked;
