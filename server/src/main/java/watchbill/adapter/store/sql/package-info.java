/// The stores of core in SQL, one text for every database, over plain JDBC.
///
/// What differs between databases stands in one small `Dialect`; opening, locking and durability
/// belong to the package of the database. Values are kept so that each database gives them back
/// alike: ids as text, instants as whole microseconds, maps as JSON that only Java reads.
///
/// Easy to get wrong: columns are bound and read in the order in which the statement names them. An
/// index costs more than a statement in a storm: no statement of the hot path (`events`, `alerts`)
/// may change an indexed column without need, and each index covers only what is open. A migration
/// that allows older programs promises that they can read whatever is written from then on.
@NullMarked
package watchbill.adapter.store.sql;

import org.jspecify.annotations.NullMarked;
