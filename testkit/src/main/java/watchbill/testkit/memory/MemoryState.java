package watchbill.testkit.memory;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import watchbill.access.Session;
import watchbill.access.SignInLink;
import watchbill.alert.Alert;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertStore;
import watchbill.alert.Event;
import watchbill.audit.AuditEntry;
import watchbill.calendar.Feed;
import watchbill.calendar.Holiday;
import watchbill.calendar.KeptLeave;
import watchbill.calendar.Publication;
import watchbill.catalog.Urgency;
import watchbill.change.Change;
import watchbill.escalation.Page;
import watchbill.heartbeat.Heartbeat;
import watchbill.heartbeat.KeptPing;
import watchbill.ledger.Approval;
import watchbill.ledger.Choice;
import watchbill.ledger.LedgerEntry;
import watchbill.noise.Judged;
import watchbill.notification.Dispatch;
import watchbill.notification.Notice;
import watchbill.notification.Notification;
import watchbill.outage.Outage;
import watchbill.outage.Restored;
import watchbill.request.RequestOutcome;
import watchbill.restraint.RestraintStore;
import watchbill.rota.RotaOverride;
import watchbill.rota.RotaVersion;
import watchbill.rota.request.OpenShift;
import watchbill.rota.request.StandDown;
import watchbill.rota.request.Swap;
import watchbill.silence.Silence;
import watchbill.watch.Told;

/// Everything that is kept. Never changed once it is committed.
record MemoryState(
    NavigableMap<String, Event> events,
    NavigableMap<String, Change> changes,
    NavigableMap<String, AlertRow> alerts,
    NavigableMap<AlertKey, String> alertKeys,
    NavigableMap<String, Page> pages,
    NavigableMap<String, Long> counters,
    NavigableMap<String, Notification> notifications,
    NavigableMap<String, NoticeRow> notices,
    NavigableMap<String, OverrideRow> overrides,
    NavigableMap<Long, RotaVersion> rotas,
    NavigableMap<String, Swap> swaps,
    NavigableMap<String, OpenShift> openShifts,
    NavigableMap<String, StandDown> standDowns,
    NavigableMap<String, Told> told,
    NavigableMap<Long, AuditEntry> audit,
    NavigableMap<String, LinkRow> links,
    NavigableMap<String, Session> sessions,
    NavigableMap<String, byte[]> keys,
    NavigableMap<String, KeptLeave> leaves,
    NavigableMap<String, Holiday> holidays,
    NavigableMap<String, Feed> feeds,
    NavigableMap<String, Publication> publications,
    NavigableMap<String, LedgerEntry> ledger,
    NavigableMap<String, Choice> choices,
    NavigableMap<String, Approval> approvals,
    NavigableMap<String, SilenceRow> silences,
    NavigableMap<String, RestraintStore.Inhibitor> inhibitors,
    NavigableMap<String, String> inhibitionRules,
    NavigableMap<AlertKey, OpeningRow> openings,
    NavigableMap<String, Heartbeat> heartbeats,
    NavigableMap<String, KeptPing> pings,
    NavigableMap<String, Instant> hearing,
    NavigableMap<String, RequestOutcome> requests,
    NavigableMap<Long, String> numbered,
    NavigableMap<String, Judged> judgements,
    NavigableMap<AlertKey, Instant> heardEvents,
    NavigableMap<Instant, Outage> outages,
    NavigableMap<String, Restored> restored,
    NavigableMap<String, Dispatch> dispatches) {

  static final MemoryState EMPTY =
      new MemoryState(
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none(),
          Rows.none());

  /// An alert, the greatest urgency it was ever reported with, and when it must be looked at again.
  record AlertRow(Alert alert, Urgency urgency, Optional<Instant> examineAt) {}

  /// A notice, and how it was over.
  record NoticeRow(Notice notice, Optional<Notice.End> end) {}

  record OverrideRow(RotaOverride override, boolean withdrawn) {}

  /// A silence, whether and where it must look on over the open alerts, when its owner is told, and
  /// what it muted.
  record SilenceRow(
      Silence silence,
      boolean toSweep,
      Optional<AlertStore.Place> after,
      Optional<Instant> warnAt,
      NavigableSet<String> muted) {}

  record OpeningRow(AlertKey key, List<Instant> openings, Instant forgetAt) {}

  record LinkRow(SignInLink link, boolean used) {}
}
