/// Stores that forget when the test is over, and otherwise behave as the real ones do.
///
/// Easy to get wrong: a transaction that failed leaves nothing, and a store is of no use once its
/// transaction is over. A fake that is kinder than that hides the bug it is there to show.
@NullMarked
package watchbill.testkit.memory;

import org.jspecify.annotations.NullMarked;
