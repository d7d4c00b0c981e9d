/// Syslog in, against lines of real senders and sockets on loopback.
///
/// `syslog/real.txt` is what logger of util-linux 2.38 and rsyslog 8.2302 sent; only the time was
/// changed.
///
/// Easy to get wrong: a counterpart that waits must be told how long, and nothing here looks at the
/// real clock but to give up.
@NullMarked
package watchbill.adapter.ingest.syslog;

import org.jspecify.annotations.NullMarked;
