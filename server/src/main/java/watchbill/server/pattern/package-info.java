/// Regular expressions that people and other systems give us, matched in linear time.
///
/// Not here: what is matched and what follows from it (`silence` in core).
///
/// Easy to get wrong: the JDK's own expressions can be made to run for ever by whoever writes both
/// the pattern and the text. Never compile a pattern from outside with them.
@NullMarked
package watchbill.server.pattern;

import org.jspecify.annotations.NullMarked;
