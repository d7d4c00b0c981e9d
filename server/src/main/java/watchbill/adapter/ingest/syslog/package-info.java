/// Syslog in: RFC 5424 and 3164, over UDP and TCP, each integration at addresses of its own.
///
/// Nothing in a line says whom it is for: most senders can't add anything. The port they send to
/// does.
///
/// Easy to get wrong: a sender of UDP is never told that a line could not be kept, so that line is
/// counted as lost; a sender of TCP is made to wait instead. And nearly every program writes the
/// old form in a way of its own: what can't be taken apart is text, never an error.
@NullMarked
package watchbill.adapter.ingest.syslog;

import org.jspecify.annotations.NullMarked;
