/// Who did what to which object, when, and why; append-only and hash-chained, so that a change of
/// the past shows.
///
/// A page's timeline is read from here, so an entry's words are meant for people.
///
/// Easy to get wrong: an entry is written in the transaction of the change it tells of. An entry
/// without the change, or a change without the entry, is a lie.
@NullMarked
package watchbill.audit;

import org.jspecify.annotations.NullMarked;
