package watchbill.adapter.store.sql;

import java.time.Instant;
import watchbill.alert.PageId;
import watchbill.alert.Severity;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Urgency;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;
import watchbill.escalation.PolicySnapshot;

/// A page before its snapshot is put to it: snapshots are looked up once the rows are read.
record PageRow(
    PageId id,
    long number,
    ServiceId service,
    Urgency urgency,
    String title,
    Instant openedAt,
    String snapshot,
    Escalation escalation,
    int wakeCount,
    long alertCount,
    long openAlertCount,
    String group,
    Severity severity) {

  static PageRow of(Row row) {
    return new PageRow(
        new PageId(row.text()),
        row.number(),
        new ServiceId(row.text()),
        Urgency.ofWord(row.text()),
        row.text(),
        row.instant(),
        row.text(),
        EscalationColumns.read(row),
        row.smallNumber(),
        row.number(),
        row.number(),
        row.text(),
        Severity.ofWord(row.text()));
  }

  Page page(PolicySnapshot policy) {
    return new Page(
        id,
        number,
        service,
        urgency,
        title,
        openedAt,
        policy,
        escalation,
        wakeCount,
        alertCount,
        openAlertCount,
        group,
        severity);
  }
}
