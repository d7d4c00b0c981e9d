/// One turn: load, decide, save, commit. Where features meet.
///
/// Commands come in with one `now`; many are decided in one transaction; replies and effects follow
/// only after it is committed. No thread, no clock: the server turns the crank.
///
/// Easy to get wrong: everything a turn changes is saved in its one transaction, the audit entry
/// and the notifications too. What is decided is decided from what that transaction read.
@NullMarked
package watchbill.engine;

import org.jspecify.annotations.NullMarked;
