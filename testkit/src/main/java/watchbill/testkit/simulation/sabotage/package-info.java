/// Bugs that are planted to see whether the invariants have teeth.
///
/// They stand between the engine and its ports, or in what a simulated node does around the engine:
/// the product itself carries no switch for any of them.
///
/// Easy to get wrong: a planted bug that another part makes up for is no bug, and proves nothing
/// when it is not found.
@NullMarked
package watchbill.testkit.simulation.sabotage;

import org.jspecify.annotations.NullMarked;
