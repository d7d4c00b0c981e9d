/// Shows the main job on a sample team: an alert comes in, somebody is woken, nobody answers, the
/// next is woken, somebody answers.
///
/// Everything is the real thing: the front door, the engine, the store, the channels. Only the
/// phones are drawn.
///
/// Easy to get wrong: the story ends with 0 only when every step was seen to happen. A step that is
/// printed without having been checked would be a lie told to a newcomer.
@NullMarked
package watchbill.server.demo;

import org.jspecify.annotations.NullMarked;
