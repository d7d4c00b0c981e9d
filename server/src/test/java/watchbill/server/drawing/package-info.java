/// What rotas look like in a terminal.
///
/// Easy to get wrong: blanks at the end of a line can't be seen, and must not be there.
@NullMarked
package watchbill.server.drawing;

import org.jspecify.annotations.NullMarked;
