/// Tests of who is heard.
@NullMarked
package watchbill.server.hearing;

import org.jspecify.annotations.NullMarked;
