/// Lets go of what was kept long enough.
///
/// Not here: how long that is (`server.config`), or what letting go does to the store.
///
/// Easy to get wrong: one large deletion holds up every page that must go out meanwhile. It is done
/// in small turns, with whatever else waits between them.
@NullMarked
package watchbill.server.tidying;

import org.jspecify.annotations.NullMarked;
