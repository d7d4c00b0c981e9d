package watchbill.adapter.web.wake;

import watchbill.adapter.web.Light;

/// Why the link did nothing, and what to do.
///
/// @param address where to go on; empty when nowhere
/// @param go what the link there says
public record WakeNotice(Light light, String headline, String words, String address, String go) {}
