/// Tests of test messages.
@NullMarked
package watchbill.server.canary;

import org.jspecify.annotations.NullMarked;
