/// What people ask of each other about their duty, and say about themselves: swaps, shifts that
/// anybody may take, and "I can't".
///
/// Not here: what follows for who is on duty. An accepted swap and a claimed shift become overrides
/// (`rota`), and whoever stands down is absent until they take their duty back.
///
/// Easy to get wrong: nothing is ever erased. A swap that was declined and a stand-down that was
/// taken back stay known, for they explain who was on duty.
@NullMarked
package watchbill.rota.request;

import org.jspecify.annotations.NullMarked;
