/// The simulator: years of a house with its people, troubles and faults, played in seconds on the
/// production engine, from one seed.
///
/// `plan` says what will come from outside, `play` plays it, `invariant` judges it. Here a run is
/// put together: played, counted, and made small when something did not hold.
///
/// Not here: what a disk, a kernel or a real network does; that takes real processes.
///
/// Easy to get wrong: the same seed must give the same year to the byte. Nothing may ask a clock or
/// a random number of its own, or go through a set in the order of its hashes.
@NullMarked
package watchbill.testkit.simulation;

import org.jspecify.annotations.NullMarked;
