/// Commands as they are typed, against a node's API on the loopback.
///
/// Easy to get wrong: the clock of the commands is the real one, the scene's is turned by hand; so
/// a question here always says which time it means.
@NullMarked
package watchbill.server.command;

import org.jspecify.annotations.NullMarked;
