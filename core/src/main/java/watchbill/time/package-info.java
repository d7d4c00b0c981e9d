/// Spans of time and how they are said to a person. The clock itself is a port: the core is told
/// the time, it never asks.
///
/// Easy to get wrong: a span is half-open. The instant where one shift ends belongs to the next.
@NullMarked
package watchbill.time;

import org.jspecify.annotations.NullMarked;
