package watchbill.law.sin.adapter.channel.ntfy;

import watchbill.law.sin.adapter.channel.email.Email;

/// Sin: two channels that know each other are one.
public record KnowsAnotherChannel(Email email) {}
