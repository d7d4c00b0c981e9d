package watchbill.law.sin.alert;

import watchbill.law.sin.kernel.Lamp;

/// No sin: alert stands after kernel.
public record UsesWhatStandsBefore(Lamp lamp) {}
