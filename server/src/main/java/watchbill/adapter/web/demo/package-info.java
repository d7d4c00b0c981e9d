/// The phones of the demonstration, drawn in a page: they ring, show what came, and lead to the
/// wake page.
///
/// Only `watchbill demo` gives these routes to the server: the page shows links that act for
/// people, to anybody who can open it.
///
/// Easy to get wrong: a phone rings only while its page waits for somebody, not for as long as the
/// message lies there.
@NullMarked
package watchbill.adapter.web.demo;

import org.jspecify.annotations.NullMarked;
