/// Push messages through an ntfy server, the operator's own or the public one.
///
/// Easy to get wrong: a topic on a public server is readable by whoever guesses it, and the message
/// carries the link to acknowledge. And the button only opens that link: ntfy could acknowledge by
/// itself with an `http` action, but then a preview or a misplaced thumb would silence a page.
@NullMarked
package watchbill.adapter.channel.ntfy;

import org.jspecify.annotations.NullMarked;
