/// The simulator on the production SQL: a short run with each check, a long one with the slow
/// proofs, and as many years as somebody asks for.
@NullMarked
package watchbill.simulation;

import org.jspecify.annotations.NullMarked;
