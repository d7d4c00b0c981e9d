/// What must be heard from, and what it means when it is not: jobs that say that they ran.
///
/// Pure: every function is told the time. It opens no alert itself; the engine reports what is
/// decided here as any other source would (`engine.Beating`).
///
/// Easy to get wrong: silence counts only while Watchbill could hear. After a restart, whoever
/// could not be heard gets their grace anew; but what was due before the last sign of life of the
/// program itself is told, since it was heard that nothing came.
@NullMarked
package watchbill.heartbeat;

import org.jspecify.annotations.NullMarked;
