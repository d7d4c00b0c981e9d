/// One page with all that happened to it, the list of pages, and a received message as it came.
///
/// Easy to get wrong: a timeline is the audit, word for word and in its order; nothing is left out
/// of it because it looks bad. What a sender wrote is shown as text, never as part of the page.
@NullMarked
package watchbill.adapter.web.page;

import org.jspecify.annotations.NullMarked;
