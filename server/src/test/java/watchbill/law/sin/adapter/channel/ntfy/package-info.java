/// A channel that commits every sin an adapter can.
@NullMarked
package watchbill.law.sin.adapter.channel.ntfy;

import org.jspecify.annotations.NullMarked;
