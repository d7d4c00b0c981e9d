/// Looks over the machine Watchbill runs on, and says what would let a page be late or lost.
///
/// Not here: the state of alerts and pages. A doctor examines the house, not its guests.
///
/// Easy to get wrong: what can't be examined is said to be unknown, never well.
@NullMarked
package watchbill.server.doctor;

import org.jspecify.annotations.NullMarked;
