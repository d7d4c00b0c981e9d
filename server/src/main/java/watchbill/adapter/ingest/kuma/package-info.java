/// Uptime Kuma's webhook: one message for each monitor that changes.
///
/// Not here: the status page of Uptime Kuma, or its monitors that wait for a ping.
///
/// Easy to get wrong: a monitor that is tried again, or under maintenance, is neither up nor down;
/// such a message changes nothing. A message without a monitor may be its test, or a certificate
/// that runs out.
@NullMarked
package watchbill.adapter.ingest.kuma;

import org.jspecify.annotations.NullMarked;
