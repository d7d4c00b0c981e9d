/// Several nodes on one PostgreSQL, each a process of its own: killed, frozen, cut off, and with
/// the database restarted under them.
///
/// Easy to get wrong: what phones were told is counted by a process that outlives the nodes, this
/// one. And nothing here waits for a fixed time where it can wait for what should happen.
@NullMarked
package watchbill.server.several;

import org.jspecify.annotations.NullMarked;
