/// What must hold in every simulated year, each with a small model of its own.
///
/// Not here: the rules themselves. An invariant never asks the code it judges what is right; it
/// works it out again, in the plainest way there is, from what can be seen from outside and from
/// what is in the store.
///
/// Easy to get wrong: a fault excuses what it causes and nothing else. An invariant that looks away
/// whenever anything is wrong proves nothing, and one that never does is wrong itself.
@NullMarked
package watchbill.testkit.simulation.invariant;

import org.jspecify.annotations.NullMarked;
