/// Fuzz targets: what strangers' bytes reach, each with a seed corpus of real messages.
///
/// With every build the seeds and what was found before run as ordinary tests, a second or two in
/// all. To look for more, `./check --fuzz [minutes [target]]` gives each target to Jazzer.
///
/// Easy to get wrong: a target must be the same for the same bytes, whatever ran before it, or what
/// was found is not found again. What Jazzer starts is [Fuzz], in a process of its own: its agent
/// rewrites classes, and no other test should run with that.
@NullMarked
package watchbill.fuzz;

import org.jspecify.annotations.NullMarked;
