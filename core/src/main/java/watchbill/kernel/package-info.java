/// What every feature speaks of and none owns: the few types that all of core shares.
///
/// It is not a drawer for leftovers: what belongs to one feature lives there, even when a second
/// uses it.
///
/// Easy to get wrong: kernel comes first in the order of packages, so it may use none of the
/// others.
@NullMarked
package watchbill.kernel;

import org.jspecify.annotations.NullMarked;
