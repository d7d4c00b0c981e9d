/// A thread that does something at the start and then each hour, until it is stopped. Of nodes that
/// share a store one does it for all.
///
/// What must happen to the minute is not done here but by the ticker.
///
/// Easy to get wrong: a round that fails must not be the last, and one that is running when the
/// program stops is let finish.
@NullMarked
package watchbill.server.hourly;

import org.jspecify.annotations.NullMarked;
