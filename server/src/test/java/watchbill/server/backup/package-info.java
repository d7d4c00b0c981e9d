/// Tests of the copies by schedule.
@NullMarked
package watchbill.server.backup;

import org.jspecify.annotations.NullMarked;
