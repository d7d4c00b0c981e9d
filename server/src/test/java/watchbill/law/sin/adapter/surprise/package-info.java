/// A side of the world nobody decided on.
@NullMarked
package watchbill.law.sin.adapter.surprise;

import org.jspecify.annotations.NullMarked;
