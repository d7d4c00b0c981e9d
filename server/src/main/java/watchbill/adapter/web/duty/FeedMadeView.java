package watchbill.adapter.web.duty;

import watchbill.adapter.web.Frame;

/// A calendar's secret address, which is shown this once.
public record FeedMadeView(Frame frame, String address) {}
