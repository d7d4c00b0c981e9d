/// Whose turn it is in one layer, by examples and against an oracle that walks the calendar.
///
/// Easy to get wrong: a test that computes as the code does proves nothing.
@NullMarked
package watchbill.rota.turn;

import org.jspecify.annotations.NullMarked;
