/// The program's own figures and its own health: `/metrics`, `/healthz`, `/readyz`.
///
/// Not here: what is counted decides nothing; no rule may read a figure back.
///
/// Easy to get wrong: a figure that can't be had is absent or not a number, never zero. `/healthz`
/// says that the process lives and asks nothing else, or a slow disk would get it killed.
@NullMarked
package watchbill.adapter.telemetry;

import org.jspecify.annotations.NullMarked;
