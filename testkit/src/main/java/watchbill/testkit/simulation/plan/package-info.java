/// What will happen in a simulated year, decided before it begins: the house with its teams, the
/// troubles, the faults.
///
/// Not here: what the engine makes of it, which nobody knows before it is played (`play`).
///
/// Easy to get wrong: every part of a plan draws from a branch of the seed of its own. One part
/// taken away must not move the others, or a failure could not be shrunk.
@NullMarked
package watchbill.testkit.simulation.plan;

import org.jspecify.annotations.NullMarked;
