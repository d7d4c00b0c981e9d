/// Mail as a server takes it, refuses it, drops it and leaves it hanging, phase by phase.
///
/// Easy to get wrong: what was sent is read with a parser that is not ours; a fault that writing
/// and reading share would not be seen.
@NullMarked
package watchbill.adapter.channel.email;

import org.jspecify.annotations.NullMarked;
