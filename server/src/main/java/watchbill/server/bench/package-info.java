/// Benchmarks: commands that print figures, each saying what was measured and how.
///
/// Easy to get wrong: the load and the loaded share the machine, which is noisy. Compare two things
/// in one run and quote the ratio.
@NullMarked
package watchbill.server.bench;

import org.jspecify.annotations.NullMarked;
