/// Looks ahead over the rotas: what is wrong with the weeks to come, and who must be told what of
/// their duty, before somebody is surprised at night.
///
/// Pure: told the time and who is on duty, it answers with findings and with occasions on which
/// somebody is told something. That each is told once, and reaches them, is `notification`'s and
/// the engine's.
///
/// Easy to get wrong: it is asked every minute. Whatever names an occasion must stay the same from
/// one minute to the next, so a key never holds an instant that moves with the window looked at.
@NullMarked
package watchbill.watch;

import org.jspecify.annotations.NullMarked;
