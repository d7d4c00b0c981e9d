package watchbill.escalation;

import java.time.Instant;
import watchbill.alert.PageId;
import watchbill.catalog.ServiceId;

/// That a page was there, without what it said.
public record PageLife(PageId page, ServiceId service, Instant openedAt) {}
