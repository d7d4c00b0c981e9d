/// Plays a scenario: virtual time, nodes that drive the production engine as the server does, the
/// network between them, providers, sources and people.
///
/// Not here: what was planned (`plan`), and what must hold (`invariant`).
///
/// Easy to get wrong: a node here does what `server.outbox` and `server.commit` do, step by step.
/// Whoever changes how a message is carried there changes it here as well.
@NullMarked
package watchbill.testkit.simulation.play;

import org.jspecify.annotations.NullMarked;
