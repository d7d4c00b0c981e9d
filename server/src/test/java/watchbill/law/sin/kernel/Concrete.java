package watchbill.law.sin.kernel;

import watchbill.kernel.Port;

/// Sin: a port must be a promise, not a thing.
@Port
public record Concrete() {}
