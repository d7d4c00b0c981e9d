/// My duty: when I am next, what waits for my answer, when I am away, how I am reached, and what I
/// am owed.
///
/// It decides nothing: it reads, submits a command, and shows.
///
/// Easy to get wrong: all of it is of whoever is signed in, and nobody else's. The secret address
/// of a calendar is shown once, on the answer to the form that made it, and kept nowhere.
@NullMarked
package watchbill.adapter.web.duty;

import org.jspecify.annotations.NullMarked;
