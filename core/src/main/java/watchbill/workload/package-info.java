/// How duty weighs on people: its hours by kind, its nights and weekends, how fairly it is spread,
/// who should be next, and what is left of somebody's capacity.
///
/// Pure: it is given the stints and calls as they were, and never asks a rota. Not here: who is on
/// duty (`rota`), what anybody is owed for it (`ledger`).
///
/// Easy to get wrong: the kind of an hour is what the clock and calendar at somebody's home show at
/// that instant, and its length is counted between instants. So a night in which the clock goes
/// back has an hour more, and a night on duty in another zone may be an afternoon.
@NullMarked
package watchbill.workload;

import org.jspecify.annotations.NullMarked;
