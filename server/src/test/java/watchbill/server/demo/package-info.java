/// Tests of the demo.
@NullMarked
package watchbill.server.demo;

import org.jspecify.annotations.NullMarked;
