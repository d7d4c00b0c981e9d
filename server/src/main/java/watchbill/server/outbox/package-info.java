/// Turns the crank: moves on what is due, and empties the outbox.
///
/// Not here: what is due and what an outcome means, which the engine decides; nor how a provider is
/// spoken to, which its channel knows.
///
/// Easy to get wrong: a loop that dies is a pager that is dead and looks alive; nothing may end one
/// but a stop. An outcome is known once and must not be lost because the store is busy: whoever has
/// it keeps saying it. And a slow provider may hold its own messages, never those of others.
///
/// While the store is away, what this node knew goes on ([DegradedMode]). What it told must be kept
/// before anything else is asked, or somebody is told twice and it is not said.
@NullMarked
package watchbill.server.outbox;

import org.jspecify.annotations.NullMarked;
