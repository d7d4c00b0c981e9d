package watchbill.adapter.channel.webhook;

import watchbill.kernel.Secret;

/// How requests are signed, and where they may go.
///
/// @param secret known to the receivers, who check with it that a request is ours
/// @param allowPrivate whether people may name machines of the operator's own network, and this
///   machine without TLS
public record WebhookSettings(Secret secret, boolean allowPrivate) {}
