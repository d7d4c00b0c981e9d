/// The first page: what needs someone now, and who is on duty. Here somebody is paged by hand.
///
/// Easy to get wrong: the headline counts only what must be acted on now. Nobody on duty is shown
/// as missing, never as an empty line.
@NullMarked
package watchbill.adapter.web.now;

import org.jspecify.annotations.NullMarked;
