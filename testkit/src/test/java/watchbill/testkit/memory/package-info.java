/// The memory stores, held to the contracts of the ports.
@NullMarked
package watchbill.testkit.memory;

import org.jspecify.annotations.NullMarked;
