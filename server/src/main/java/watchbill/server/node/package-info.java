/// One node, wired by constructors: the only place that knows all the parts.
///
/// Easy to get wrong: the order. What takes commands starts after what keeps them, and stops before
/// it; a node says that it is ready only when all of it turns.
@NullMarked
package watchbill.server.node;

import org.jspecify.annotations.NullMarked;
