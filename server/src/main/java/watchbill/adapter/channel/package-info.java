/// What every channel needs to say its piece safely: one reading of HTTP answers, one way to make
/// foreign text harmless.
///
/// Not here: providers; each has a package of its own below, and knows no other.
///
/// Easy to get wrong: a headline is written by whoever can send an alert. It reaches headers,
/// titles and markup only after [Wording] has had it.
@NullMarked
package watchbill.adapter.channel;

import org.jspecify.annotations.NullMarked;
