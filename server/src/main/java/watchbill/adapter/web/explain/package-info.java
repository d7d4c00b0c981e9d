/// Why: the way a message would take, and what became of one that came.
///
/// Nothing is decided here: `engine.Explainer` tells, and these pages say instants in the reader's
/// zone.
///
/// Easy to get wrong: a message that is pasted is not received. Both pages only read.
@NullMarked
package watchbill.adapter.web.explain;

import org.jspecify.annotations.NullMarked;
