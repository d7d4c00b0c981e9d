/// The command line: what one types, what it prints, which number it ends with.
///
/// Commands that ask or change something speak to a running node over its own API; the others do
/// their work themselves.
///
/// Easy to get wrong: 0 means that it was done, 1 that it was not, 2 that the command was not
/// understood. A script at three in the morning looks at nothing else.
@NullMarked
package watchbill.server.command;

import org.jspecify.annotations.NullMarked;
