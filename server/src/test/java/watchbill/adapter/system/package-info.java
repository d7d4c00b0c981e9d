/// The contracts of the clock and of ids on the machine itself.
@NullMarked
package watchbill.adapter.system;

import org.jspecify.annotations.NullMarked;
