/// The pages of the rotas: who stands watch, drawn as weeks in rows; where nobody does, and why.
///
/// They decide nothing: who is on duty is asked of the roster, who carries how much of `workload`.
///
/// Easy to get wrong: a cell is a day of the rota's zone, which has 23 to 25 hours and may begin
/// later than midnight; a bar is placed by the part of its day that has gone by. Nobody on duty is
/// drawn as missing, never as an empty space.
@NullMarked
package watchbill.adapter.web.rota;

import org.jspecify.annotations.NullMarked;
