/// What tests stand on: contracts of the ports, memory fakes that keep them, and a [World] with
/// people, phones and a clock that is turned by hand.
///
/// It never ships with the server.
///
/// Easy to get wrong: a fake that is easier than the real thing (never slow, never twice) is a bug.
/// The world runs the production engine; what it decides is decided there and never here.
@NullMarked
package watchbill.testkit;

import org.jspecify.annotations.NullMarked;
