/// One condition, built from the events that share a deduplication key: open, unknown, resolved;
/// with a page, or with the reason why it has none.
///
/// Not here: whether anybody is woken for it (`escalation`), or how its reports look on the wire.
///
/// Easy to get wrong: a sender's `endsAt` in the future is a lease, not an end. The alert is firing
/// until the lease runs out and no resend has extended it; then nobody knows, which is not an end
/// either, unless it is declared so. The labels of `condition()` are its source's own, by which a
/// resend finds it; what people, silences and interfaces see is `shown()`. A report of the end of
/// something that is not open opens nothing.
@NullMarked
package watchbill.alert;

import org.jspecify.annotations.NullMarked;
