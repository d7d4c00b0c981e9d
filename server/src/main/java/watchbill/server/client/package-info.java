/// Speaks to a running node over its own API, for the command line.
///
/// Easy to get wrong: the node's address and the token are read from its data directory, which only
/// its owner may read; they are not passed on the command line, where everybody sees them.
@NullMarked
package watchbill.server.client;

import org.jspecify.annotations.NullMarked;
