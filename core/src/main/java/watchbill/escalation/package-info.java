/// Whom to wake next, and when, until somebody acknowledges.
///
/// Pure: every function is told the time. It does not know how a person is reached (`notification`)
/// and asks `rota` who is on duty.
///
/// Easy to get wrong: a step's delay counts from the moment the step began, not from the moment the
/// page opened. A page keeps the policy it began with; an edit never bends it.
@NullMarked
package watchbill.escalation;

import org.jspecify.annotations.NullMarked;
