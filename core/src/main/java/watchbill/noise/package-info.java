/// Which pages were worth waking somebody for: what people say of a page once it is over, what that
/// comes to for a service and for what raises its pages, and what could be done about it.
///
/// Pure but for the port that keeps what people said. Not here: how pages are read for a span and
/// how the weekly report is given (`engine`), or holding, grouping and silencing themselves.
///
/// Easy to get wrong: a page that nobody judged is neither actionable nor not. It stands apart in
/// every figure, and a ratio never counts it. A night belongs to the person who was woken, by the
/// clock where they live, and to the day on which it began.
@NullMarked
package watchbill.noise;

import org.jspecify.annotations.NullMarked;
