/// Tests of what is said of a spell in which nothing was seen.
@NullMarked
package watchbill.outage;

import org.jspecify.annotations.NullMarked;
