/// Phones drawn in a page: what each person of the demo was sent, by any method.
///
/// Easy to get wrong: a phone only shows; whether its owner answers is for whoever looks at it. It
/// is memory, and gone with the process.
@NullMarked
package watchbill.adapter.channel.demo;

import org.jspecify.annotations.NullMarked;
