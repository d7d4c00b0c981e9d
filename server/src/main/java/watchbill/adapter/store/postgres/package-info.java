/// The store for several nodes: a PostgreSQL (14 to 18) that all of them write to.
///
/// Whoever writes locks the table `turn` first, so that turns of all nodes come one after the
/// other, as they do on one node; whoever reads sees one state and waits for nobody. The database
/// itself ends a transaction whose node has stopped to talk, so that a frozen node holds up nobody
/// for long.
///
/// Easy to get wrong: the lock must be taken before anything is read, else what was read is old by
/// the time it is acted on. And a commit whose answer was lost may have happened or not: nobody may
/// be told that it did.
@NullMarked
package watchbill.adapter.store.postgres;

import org.jspecify.annotations.NullMarked;
