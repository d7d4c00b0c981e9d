/// What an expression may say, and that whatever is written is compiled or refused.
///
/// Easy to get wrong: what is not part of the language needs a test as much as what is.
@NullMarked
package watchbill.adapter.rule.cel;

import org.jspecify.annotations.NullMarked;
