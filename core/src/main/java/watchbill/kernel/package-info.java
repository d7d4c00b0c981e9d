/// Words every feature needs and none owns: ids, refusals, secrets, ports.
///
/// Not a drawer for leftovers: a type stands here only when features that may not know each other
/// both need it.
///
/// Easy to get wrong: an id is ordered by time but is not a time; never read an instant out of it.
@NullMarked
package watchbill.kernel;

import org.jspecify.annotations.NullMarked;
