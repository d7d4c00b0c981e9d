/// What every way in for events needs: strict reading of a sender's JSON, the lookup of its key,
/// the count of what came.
///
/// Not here: any dialect; each has a package of its own beside this text and knows no other.
///
/// Easy to get wrong: what a sender writes is never trusted to be short, flat, unique, or text. Cut
/// what only describes; refuse what identifies, since a cut name is another name.
@NullMarked
package watchbill.adapter.ingest;

import org.jspecify.annotations.NullMarked;
