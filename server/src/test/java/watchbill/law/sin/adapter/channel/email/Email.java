package watchbill.law.sin.adapter.channel.email;

import watchbill.law.sin.adapter.http.Problem;

/// No sin: everybody may use `http`.
public record Email(Problem problem) {}
