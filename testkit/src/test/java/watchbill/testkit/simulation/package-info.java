/// Tests of the simulator itself, on the memory stores.
@NullMarked
package watchbill.testkit.simulation;

import org.jspecify.annotations.NullMarked;
