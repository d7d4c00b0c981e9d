/// Signed heads of the audit chain, handed out so that a chain that was cut off, or written anew,
/// is found by whoever kept one.
///
/// Not here: the chain itself (`audit`).
///
/// Easy to get wrong: whoever can write the data folder has the key too. A head proves something
/// only where it is kept elsewhere: in a mailbox, in a log that left the machine.
@NullMarked
package watchbill.server.seal;

import org.jspecify.annotations.NullMarked;
