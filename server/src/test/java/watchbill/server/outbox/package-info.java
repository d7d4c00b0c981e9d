/// The outbox and the ticker against an engine that can be told to say "later", and providers that
/// hang, fail and lie.
///
/// Easy to get wrong: these run on real threads, so a test waits for what must happen and never for
/// time to pass.
@NullMarked
package watchbill.server.outbox;

import org.jspecify.annotations.NullMarked;
