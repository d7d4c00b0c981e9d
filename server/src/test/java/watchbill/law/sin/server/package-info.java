/// The wiring that adapters must not know.
@NullMarked
package watchbill.law.sin.server;

import org.jspecify.annotations.NullMarked;
