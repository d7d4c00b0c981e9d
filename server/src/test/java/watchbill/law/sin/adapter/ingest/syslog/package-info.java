/// A channel that commits every sin an adapter can.
@NullMarked
package watchbill.law.sin.adapter.ingest.syslog;

import org.jspecify.annotations.NullMarked;
