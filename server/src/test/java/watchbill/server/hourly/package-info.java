/// Rounds with claims that do as they are told.
@NullMarked
package watchbill.server.hourly;

import org.jspecify.annotations.NullMarked;
