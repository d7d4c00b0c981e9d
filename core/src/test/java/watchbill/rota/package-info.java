/// Who is on duty, by examples, and any rota at all against an oracle that walks the calendar.
///
/// Easy to get wrong: a test that computes as the code does proves nothing.
@NullMarked
package watchbill.rota;

import org.jspecify.annotations.NullMarked;
