/// The one adapter all others may use.
@NullMarked
package watchbill.law.sin.adapter.http;

import org.jspecify.annotations.NullMarked;
