/// Stories, each a promise to somebody who is asleep, or wants to be.
///
/// Easy to get wrong: what nobody expects fails the story when its world is closed. Expect every
/// message, and only then let time pass.
@NullMarked
package watchbill.testkit.story;

import org.jspecify.annotations.NullMarked;
