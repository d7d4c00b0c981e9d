/// The watch card: what is needed to page by hand while the pager is down.
///
/// Not here: what is on it (`watch.WatchCards`).
///
/// Easy to get wrong: it is of use only where it can be read without Watchbill. It is one page, it
/// prints in black, and it says when it was true.
@NullMarked
package watchbill.adapter.web.card;

import org.jspecify.annotations.NullMarked;
