/// Stands first in the order, and sins against it.
@NullMarked
package watchbill.law.sin.kernel;

import org.jspecify.annotations.NullMarked;
