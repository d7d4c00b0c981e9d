/// Who is on duty, from the rota's data and the time-zone rules alone.
///
/// Pure: every question is asked with an instant. The layers of a rota say whose turn it is
/// (`rota.turn`), overrides differ from that, and where somebody can't the lieutenant stands in.
/// Not here: how often somebody was woken, or what they are owed for it.
///
/// Easy to get wrong: one question at an instant and a walk through a year must agree, so both go
/// through the same cursor. A shift ends at the instant where the next begins: no gap, no overlap.
/// An edit holds from its instant on; what was, was.
@NullMarked
package watchbill.rota;

import org.jspecify.annotations.NullMarked;
