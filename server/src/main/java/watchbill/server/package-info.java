/// Puts the parts together and starts them: the command line, the wiring by constructors, the stop.
///
/// It decides nothing about pages or people; that is core's work.
///
/// Easy to get wrong: adapters must not use this package. It knows them, they do not know it.
@NullMarked
package watchbill.server;

import org.jspecify.annotations.NullMarked;
