/// What people ask not to be woken for, until when, and why: silences, and what they match.
///
/// Not here: what a silence does to alerts and pages (`engine`), or how a pattern is matched:
/// regular expressions are compiled by whoever runs the engine, in linear time.
///
/// Easy to get wrong: a missing label equals the empty text, so `team!=payments` matches every
/// alert without a team. A pattern must match the whole value. And a silence whose matchers change
/// becomes another silence: what the old one muted stays said of the old one.
@NullMarked
package watchbill.silence;

import org.jspecify.annotations.NullMarked;
