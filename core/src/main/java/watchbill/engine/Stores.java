package watchbill.engine;

import watchbill.access.AccessStore;
import watchbill.alert.AlertStore;
import watchbill.alert.EventStore;
import watchbill.audit.AuditStore;
import watchbill.calendar.FeedStore;
import watchbill.calendar.HolidayStore;
import watchbill.calendar.LeaveStore;
import watchbill.escalation.PageStore;
import watchbill.ledger.LedgerStore;
import watchbill.notification.NoticeStore;
import watchbill.notification.NotificationStore;
import watchbill.rota.OverrideStore;

/// Every store, as seen inside one transaction.
public record Stores(
    EventStore events,
    AlertStore alerts,
    PageStore pages,
    NotificationStore notifications,
    NoticeStore notices,
    OverrideStore overrides,
    AuditStore audit,
    AccessStore access,
    LeaveStore leaves,
    HolidayStore holidays,
    FeedStore feeds,
    LedgerStore ledger) {}
