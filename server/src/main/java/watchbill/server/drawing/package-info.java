/// Draws rotas in a terminal: text in, lines of text out.
///
/// Easy to get wrong: a day is a local day, which may have 23 or 25 hours, and a shift that begins
/// within it says when.
@NullMarked
package watchbill.server.drawing;

import org.jspecify.annotations.NullMarked;
