/// Push as an ntfy server gets it, and what its answers mean.
///
/// Easy to get wrong: golden files hold what leaves; a change of one is a change for every
/// receiver.
@NullMarked
package watchbill.adapter.channel.ntfy;

import org.jspecify.annotations.NullMarked;
