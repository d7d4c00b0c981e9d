/// The embedded store: one SQLite file in a data folder that one process has to itself.
///
/// One connection writes, one transaction at a time, and each commit is on disk before it returns;
/// a few others read, each transaction one consistent state. What is written goes to the log first
/// and is carried over to the file by a thread of its own, so that no commit waits for it.
///
/// Easy to get wrong: never open the database file by `java.nio` in this process. Closing it would
/// drop every lock that SQLite holds on it. To copy a store, ask SQLite (`VACUUM INTO`).
@NullMarked
package watchbill.adapter.store.sqlite;

import org.jspecify.annotations.NullMarked;
