/// The real process, killed for real, at one system call after the other.
///
/// A [Scenario] is played once while `strace` counts the calls by which a program writes and
/// speaks. Each is a [Point]. Then it is played again for each point, and `strace` kills the
/// process as it begins that call. It is started again, and [Checks] looks at what is promised,
/// from outside, by what phones were told, and in the store: a file, or a database that outlives
/// the node. Beside them its disk is full or slow, and its clock jumps.
///
/// Easy to get wrong: `strace` counts the calls of each thread by itself, so the third write is
/// that of whichever thread is the first to make its third. One thread alone keeps the store.
@NullMarked
package watchbill.server.killed;

import org.jspecify.annotations.NullMarked;
