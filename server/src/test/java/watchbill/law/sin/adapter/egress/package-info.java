/// The one place that may reach out over HTTP, so no sin.
@NullMarked
package watchbill.law.sin.adapter.egress;

import org.jspecify.annotations.NullMarked;
