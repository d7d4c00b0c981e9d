/// The people who play in core's tests; the testkit's cast stands after core and can't be used
/// here.
@NullMarked
package watchbill.crew;

import org.jspecify.annotations.NullMarked;
