/// A channel that another one knows, which is that one's sin.
@NullMarked
package watchbill.law.sin.adapter.channel.email;

import org.jspecify.annotations.NullMarked;
