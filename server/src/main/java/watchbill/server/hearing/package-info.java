/// Which integrations speak, for those that must be heard from.
///
/// Not here: what their silence means. Each is a heartbeat like any other (`heartbeat`), fed by
/// every message.
///
/// Easy to get wrong: a message that is refused, or put off because the store can't be written, was
/// heard too. Its sender is alive; what is wrong is said elsewhere.
@NullMarked
package watchbill.server.hearing;

import org.jspecify.annotations.NullMarked;
