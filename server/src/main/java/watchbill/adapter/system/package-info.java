/// The machine the program runs on, as far as core needs it: its clock, and ids made of time and
/// chance.
///
/// A side of its own among the adapters, because neither belongs to a store or a protocol, and
/// because nothing else may read the clock.
///
/// Easy to get wrong: the clock of a machine steps back now and then. Ids must ascend all the same.
@NullMarked
package watchbill.adapter.system;

import org.jspecify.annotations.NullMarked;
