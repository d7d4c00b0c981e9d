/// Copies of the store by schedule: one when the last is old enough, the oldest gone when there are
/// more than are kept, and trouble of our own when one can't be made.
///
/// Not here: how a store is copied and looked over (`adapter.store.sqlite`).
///
/// Easy to get wrong: a failed round says so each time, and only a copy that was looked over ends
/// the trouble. Files of other names in the folder are somebody's, and are left alone.
@NullMarked
package watchbill.server.backup;

import org.jspecify.annotations.NullMarked;
