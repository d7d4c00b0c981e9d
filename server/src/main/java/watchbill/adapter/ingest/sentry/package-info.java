/// Sentry's webhooks: of an internal integration, and of the older webhooks plugin.
///
/// Not here: Sentry's service hooks, or anything asked of Sentry.
///
/// Easy to get wrong: an alert of an issue is never taken back by an alert; that the issue is
/// resolved comes as another message, and only when the integration asks for issues. The signature
/// is over the bytes as they came.
@NullMarked
package watchbill.adapter.ingest.sentry;

import org.jspecify.annotations.NullMarked;
