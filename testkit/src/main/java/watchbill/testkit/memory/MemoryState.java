package watchbill.testkit.memory;

import java.util.NavigableMap;
import java.util.Optional;
import watchbill.access.Session;
import watchbill.access.SignInLink;
import watchbill.alert.Alert;
import watchbill.alert.AlertKey;
import watchbill.alert.Event;
import watchbill.audit.AuditEntry;
import watchbill.calendar.Feed;
import watchbill.calendar.Holiday;
import watchbill.calendar.KeptLeave;
import watchbill.calendar.Publication;
import watchbill.catalog.Urgency;
import watchbill.escalation.Page;
import watchbill.ledger.Approval;
import watchbill.ledger.Choice;
import watchbill.ledger.LedgerEntry;
import watchbill.notification.Notice;
import watchbill.notification.Notification;
import watchbill.rota.RotaOverride;
import watchbill.rota.RotaVersion;
import watchbill.rota.request.OpenShift;
import watchbill.rota.request.StandDown;
import watchbill.rota.request.Swap;
import watchbill.watch.Told;

/// Everything that is kept. Never changed once it is committed.
record MemoryState(
    NavigableMap<String, Event> events,
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
    NavigableMap<String, Approval> approvals) {

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
          Rows.none());

  /// An alert, and the greatest urgency it was ever reported with.
  record AlertRow(Alert alert, Urgency urgency) {}

  /// A notice, and how it was over.
  record NoticeRow(Notice notice, Optional<Notice.End> end) {}

  record OverrideRow(RotaOverride override, boolean withdrawn) {}

  record LinkRow(SignInLink link, boolean used) {}
}
