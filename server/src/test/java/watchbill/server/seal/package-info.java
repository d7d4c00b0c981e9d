/// Tests of signed heads.
@NullMarked
package watchbill.server.seal;

import org.jspecify.annotations.NullMarked;
