/// The real thing, driven from outside: the program as its launcher starts it, real senders, a real
/// mail server, and `kill -9`.
///
/// Tagged `real`: these run after the program was packaged, by `./check --all`. A sender that is
/// not installed fails them; `.ci/run` installs it.
///
/// Easy to get wrong: nothing here may look inside the program. What a user can't see proves
/// nothing.
@NullMarked
package watchbill.server.real;

import org.jspecify.annotations.NullMarked;
