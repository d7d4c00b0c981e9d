/// Notifications as signed HTTP requests to an address of a person's own.
///
/// Easy to get wrong: the address was typed by a person, so it is checked as a stranger's; only the
/// operator may let people name machines of the operator's network. The signature covers the time
/// as well, so that a recorded request cannot be played again tomorrow.
@NullMarked
package watchbill.adapter.channel.webhook;

import org.jspecify.annotations.NullMarked;
