/// A feature nobody gave a place in the order.
@NullMarked
package watchbill.law.sin.stranger;

import org.jspecify.annotations.NullMarked;
