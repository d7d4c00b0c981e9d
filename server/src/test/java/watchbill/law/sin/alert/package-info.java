/// Stands second in the order: what the sinners of `kernel` reach for.
@NullMarked
package watchbill.law.sin.alert;

import org.jspecify.annotations.NullMarked;
