/// The testkit's own tests: its fakes are held to the contracts that the real adapters keep.
@NullMarked
package watchbill.testkit;

import org.jspecify.annotations.NullMarked;
