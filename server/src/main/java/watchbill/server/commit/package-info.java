/// Group commit: many callers, one writer, one trip to the disk for all who wait.
///
/// Easy to get wrong: a caller is answered after the commit that holds its command, never before. A
/// command that makes the engine throw must not take its neighbours with it.
@NullMarked
package watchbill.server.commit;

import org.jspecify.annotations.NullMarked;
