/// The heartbeat that goes out: somebody else watches Watchbill by it. And the beats of other
/// installs, judged as they come in.
///
/// Not here: what the silence of another install means (`heartbeat`).
///
/// Easy to get wrong: it says "I could page somebody now", not "I run". It follows a self-test the
/// whole way through, and when the test fails it is silent; silence is the alarm.
@NullMarked
package watchbill.server.watched;

import org.jspecify.annotations.NullMarked;
