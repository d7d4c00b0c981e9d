/// Signed requests as a receiver gets them, and what its answers mean.
///
/// Easy to get wrong: golden files hold what leaves; a change of one is a change for every
/// receiver.
@NullMarked
package watchbill.adapter.channel.webhook;

import org.jspecify.annotations.NullMarked;
