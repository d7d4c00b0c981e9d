/// Proves which months are settled, and when no more.
@NullMarked
package watchbill.server.settling;

import org.jspecify.annotations.NullMarked;
