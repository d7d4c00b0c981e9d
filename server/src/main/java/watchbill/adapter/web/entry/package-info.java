/// Short forms by which people say what differs from the plan: an override, a swap, a leave.
///
/// They decide nothing: what may be entered, the engine says. Here it is asked for, and a no stands
/// beside its field with all that was typed still there.
///
/// Easy to get wrong: times are typed on the clock of the rota, and leave on the clock of the
/// person. Both zones are said beside the field.
@NullMarked
package watchbill.adapter.web.entry;

import org.jspecify.annotations.NullMarked;
