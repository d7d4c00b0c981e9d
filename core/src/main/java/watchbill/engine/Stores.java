package watchbill.engine;

import watchbill.access.AccessStore;
import watchbill.alert.AlertStore;
import watchbill.alert.EventStore;
import watchbill.alert.HeardEvents;
import watchbill.audit.AuditStore;
import watchbill.calendar.FeedStore;
import watchbill.calendar.HolidayStore;
import watchbill.calendar.LeaveStore;
import watchbill.calendar.PublicationStore;
import watchbill.change.ChangeStore;
import watchbill.escalation.PageStore;
import watchbill.heartbeat.HeartbeatStore;
import watchbill.ledger.LedgerStore;
import watchbill.noise.JudgementStore;
import watchbill.notification.NoticeStore;
import watchbill.notification.NotificationStore;
import watchbill.request.NumberedAlerts;
import watchbill.request.RequestStore;
import watchbill.restraint.RestraintStore;
import watchbill.rota.OverrideStore;
import watchbill.rota.RotaStore;
import watchbill.rota.request.OpenShiftStore;
import watchbill.rota.request.StandDownStore;
import watchbill.rota.request.SwapStore;
import watchbill.silence.SilenceStore;
import watchbill.watch.ToldStore;

/// Every store, as seen inside one transaction.
public record Stores(
    EventStore events,
    ChangeStore changes,
    AlertStore alerts,
    PageStore pages,
    NotificationStore notifications,
    NoticeStore notices,
    OverrideStore overrides,
    RotaStore rotas,
    SwapStore swaps,
    OpenShiftStore openShifts,
    StandDownStore standDowns,
    ToldStore told,
    AuditStore audit,
    AccessStore access,
    LeaveStore leaves,
    HolidayStore holidays,
    FeedStore feeds,
    PublicationStore publications,
    LedgerStore ledger,
    SilenceStore silences,
    RestraintStore restraints,
    HeartbeatStore heartbeats,
    RequestStore requests,
    NumberedAlerts numbered,
    JudgementStore judgements,
    HeardEvents heardEvents) {}
