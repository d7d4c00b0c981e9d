/// Pages about who must be heard from: all of them, and the history of one.
///
/// Easy to get wrong: never seen is not well. It has the look of *no data*, until the first ping.
@NullMarked
package watchbill.adapter.web.heartbeat;

import org.jspecify.annotations.NullMarked;
