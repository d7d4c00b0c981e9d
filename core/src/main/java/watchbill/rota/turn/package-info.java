/// Whose turn it is in one layer of a rota: rotations, separate shifts, fixed people, and the hours
/// a layer is restricted to.
///
/// Everything here answers one question: what holds at an instant, and until when is there no need
/// to ask again. Who wins where layers lie over each other is decided in `rota`.
///
/// Easy to get wrong: a hand-off is a local date, a local time and a zone. The n-th is counted from
/// the anchor on the calendar; adding seven times 24 hours to the last one drifts by an hour twice
/// a year. An overnight window belongs to the day it starts on.
@NullMarked
package watchbill.rota.turn;

import org.jspecify.annotations.NullMarked;
