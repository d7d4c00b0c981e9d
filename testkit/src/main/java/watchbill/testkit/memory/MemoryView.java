package watchbill.testkit.memory;

import java.time.Instant;
import watchbill.access.Session;
import watchbill.alert.AlertKey;
import watchbill.alert.Event;
import watchbill.audit.AuditEntry;
import watchbill.calendar.Feed;
import watchbill.calendar.Holiday;
import watchbill.calendar.KeptLeave;
import watchbill.calendar.Publication;
import watchbill.change.Change;
import watchbill.engine.Stores;
import watchbill.escalation.Page;
import watchbill.heartbeat.Heartbeat;
import watchbill.heartbeat.KeptPing;
import watchbill.ledger.Approval;
import watchbill.ledger.Choice;
import watchbill.ledger.LedgerEntry;
import watchbill.noise.Judged;
import watchbill.notification.Dispatch;
import watchbill.notification.Notification;
import watchbill.outage.Outage;
import watchbill.outage.Restored;
import watchbill.request.RequestOutcome;
import watchbill.restraint.RestraintStore;
import watchbill.rota.RotaVersion;
import watchbill.rota.request.OpenShift;
import watchbill.rota.request.StandDown;
import watchbill.rota.request.Swap;
import watchbill.watch.Told;

/// The stores of one transaction, and what they make of the state it began with.
final class MemoryView {
  private final Rows<String, Event> events;
  private final Rows<String, Change> changes;
  private final Rows<String, MemoryState.AlertRow> alerts;
  private final Rows<AlertKey, String> alertKeys;
  private final Rows<String, Page> pages;
  private final Rows<String, Long> counters;
  private final Rows<String, Notification> notifications;
  private final Rows<String, MemoryState.NoticeRow> notices;
  private final Rows<String, MemoryState.OverrideRow> overrides;
  private final Rows<Long, RotaVersion> rotas;
  private final Rows<String, Swap> swaps;
  private final Rows<String, OpenShift> openShifts;
  private final Rows<String, StandDown> standDowns;
  private final Rows<String, Told> told;
  private final Rows<Long, AuditEntry> audit;
  private final Rows<String, MemoryState.LinkRow> links;
  private final Rows<String, Session> sessions;
  private final Rows<String, byte[]> keys;
  private final Rows<String, KeptLeave> leaves;
  private final Rows<String, Holiday> holidays;
  private final Rows<String, Feed> feeds;
  private final Rows<String, Publication> publications;
  private final Rows<String, LedgerEntry> ledger;
  private final Rows<String, Choice> choices;
  private final Rows<String, Approval> approvals;
  private final Rows<String, MemoryState.SilenceRow> silences;
  private final Rows<String, RestraintStore.Inhibitor> inhibitors;
  private final Rows<String, String> inhibitionRules;
  private final Rows<AlertKey, MemoryState.OpeningRow> openings;
  private final Rows<String, Heartbeat> heartbeats;
  private final Rows<String, KeptPing> pings;
  private final Rows<String, Instant> hearing;
  private final Rows<String, RequestOutcome> requests;
  private final Rows<Long, String> numbered;
  private final Rows<String, Judged> judgements;
  private final Rows<AlertKey, Instant> heardEvents;
  private final Rows<Instant, Outage> outages;
  private final Rows<String, Restored> restored;
  private final Rows<String, Dispatch> dispatches;

  MemoryView(MemoryState state, Rows.Access access) {
    events = new Rows<>(state.events(), access);
    changes = new Rows<>(state.changes(), access);
    alerts = new Rows<>(state.alerts(), access);
    alertKeys = new Rows<>(state.alertKeys(), access);
    pages = new Rows<>(state.pages(), access);
    counters = new Rows<>(state.counters(), access);
    notifications = new Rows<>(state.notifications(), access);
    notices = new Rows<>(state.notices(), access);
    overrides = new Rows<>(state.overrides(), access);
    rotas = new Rows<>(state.rotas(), access);
    swaps = new Rows<>(state.swaps(), access);
    openShifts = new Rows<>(state.openShifts(), access);
    standDowns = new Rows<>(state.standDowns(), access);
    told = new Rows<>(state.told(), access);
    audit = new Rows<>(state.audit(), access);
    links = new Rows<>(state.links(), access);
    sessions = new Rows<>(state.sessions(), access);
    keys = new Rows<>(state.keys(), access);
    leaves = new Rows<>(state.leaves(), access);
    holidays = new Rows<>(state.holidays(), access);
    feeds = new Rows<>(state.feeds(), access);
    publications = new Rows<>(state.publications(), access);
    ledger = new Rows<>(state.ledger(), access);
    choices = new Rows<>(state.choices(), access);
    approvals = new Rows<>(state.approvals(), access);
    silences = new Rows<>(state.silences(), access);
    inhibitors = new Rows<>(state.inhibitors(), access);
    inhibitionRules = new Rows<>(state.inhibitionRules(), access);
    openings = new Rows<>(state.openings(), access);
    heartbeats = new Rows<>(state.heartbeats(), access);
    pings = new Rows<>(state.pings(), access);
    hearing = new Rows<>(state.hearing(), access);
    requests = new Rows<>(state.requests(), access);
    numbered = new Rows<>(state.numbered(), access);
    judgements = new Rows<>(state.judgements(), access);
    heardEvents = new Rows<>(state.heardEvents(), access);
    outages = new Rows<>(state.outages(), access);
    restored = new Rows<>(state.restored(), access);
    dispatches = new Rows<>(state.dispatches(), access);
  }

  Stores stores() {
    return new Stores(
        new MemoryEventStore(events),
        new MemoryChangeStore(changes),
        new MemoryAlertStore(alerts, alertKeys),
        new MemoryPageStore(pages, counters, notifications),
        new MemoryNotificationStore(notifications),
        new MemoryNoticeStore(notices),
        new MemoryOverrideStore(overrides),
        new MemoryRotaStore(rotas),
        new MemorySwapStore(swaps),
        new MemoryOpenShiftStore(openShifts),
        new MemoryStandDownStore(standDowns),
        new MemoryToldStore(told),
        new MemoryAuditStore(audit),
        new MemoryAccessStore(links, sessions, keys),
        new MemoryLeaveStore(leaves),
        new MemoryHolidayStore(holidays),
        new MemoryFeedStore(feeds),
        new MemoryPublicationStore(publications),
        new MemoryLedgerStore(ledger, choices, approvals),
        new MemorySilenceStore(silences),
        new MemoryRestraintStore(alerts, inhibitors, inhibitionRules, openings),
        new MemoryHeartbeatStore(heartbeats, pings, hearing),
        new MemoryRequestStore(requests),
        new MemoryNumberedAlerts(numbered, counters, alerts),
        new MemoryJudgementStore(judgements),
        new MemoryHeardEvents(heardEvents),
        new MemoryOutageStore(outages, restored),
        new MemoryDispatchStore(dispatches));
  }

  MemoryState end() {
    return new MemoryState(
        events.end(),
        changes.end(),
        alerts.end(),
        alertKeys.end(),
        pages.end(),
        counters.end(),
        notifications.end(),
        notices.end(),
        overrides.end(),
        rotas.end(),
        swaps.end(),
        openShifts.end(),
        standDowns.end(),
        told.end(),
        audit.end(),
        links.end(),
        sessions.end(),
        keys.end(),
        leaves.end(),
        holidays.end(),
        feeds.end(),
        publications.end(),
        ledger.end(),
        choices.end(),
        approvals.end(),
        silences.end(),
        inhibitors.end(),
        inhibitionRules.end(),
        openings.end(),
        heartbeats.end(),
        pings.end(),
        hearing.end(),
        requests.end(),
        numbered.end(),
        judgements.end(),
        heardEvents.end(),
        outages.end(),
        restored.end(),
        dispatches.end());
  }
}
