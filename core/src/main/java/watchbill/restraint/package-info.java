/// What holds alerts back by rule: another alert that explains them, work on their service, their
/// own coming and going; and what is made of a source that falls silent.
///
/// Not here: what people mute by hand (`silence`), or what follows for alerts and pages (`engine`).
///
/// Easy to get wrong: an alert that matches both sides of an inhibition rule is not inhibited by
/// another that does, or two of them would hold each other back for ever. And a label that is
/// missing equals an empty one.
@NullMarked
package watchbill.restraint;

import org.jspecify.annotations.NullMarked;
