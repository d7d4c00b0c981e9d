/// A deploy, a change of configuration, a flag flipped: what was different before it broke.
///
/// Not here: how a change is told on the wire (`adapter.ingest`), or on which page it is shown.
///
/// Easy to get wrong: a change never wakes anybody, and is no cause. It is shown because it came
/// shortly before, and nothing more is claimed.
@NullMarked
package watchbill.change;

import org.jspecify.annotations.NullMarked;
