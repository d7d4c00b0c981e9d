/// The page of what is muted, by whom, until when, and what it muted; and of all else that is held
/// back.
///
/// Not here: the form that mutes (`adapter.web.entry`).
///
/// Easy to get wrong: what is muted is never drawn red and never as resolved. It still fires.
@NullMarked
package watchbill.adapter.web.silence;

import org.jspecify.annotations.NullMarked;
