/// What tests stand on: contracts of the ports, memory fakes that keep them, a world with people in
/// it.
///
/// It never ships with the server.
///
/// Easy to get wrong: a fake that is easier than the real thing (never slow, never twice) is a bug.
@NullMarked
package watchbill.testkit;

import org.jspecify.annotations.NullMarked;
