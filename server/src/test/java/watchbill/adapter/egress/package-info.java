/// What egress lets out, what it does not, and what it says came of it.
///
/// Also the other side for everybody's tests: [Peer] and [HttpPeer], real servers on loopback that
/// can be told to hang, to lie and to hang up.
///
/// Easy to get wrong: a peer that hangs must hang until the test ends, or a time-out looks like a
/// connection that was closed.
@NullMarked
package watchbill.adapter.egress;

import org.jspecify.annotations.NullMarked;
