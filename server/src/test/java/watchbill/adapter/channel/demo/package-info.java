/// The demo's phones, held to what every channel promises.
///
/// Easy to get wrong: a fake phone that is kinder than a real provider proves nothing.
@NullMarked
package watchbill.adapter.channel.demo;

import org.jspecify.annotations.NullMarked;
