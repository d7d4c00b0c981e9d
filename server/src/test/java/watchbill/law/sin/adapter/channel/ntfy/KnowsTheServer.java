package watchbill.law.sin.adapter.channel.ntfy;

import watchbill.law.sin.server.Wiring;

/// Sin: the wiring knows the adapter; a circle.
public record KnowsTheServer(Wiring wiring) {}
