package watchbill.adapter.ingest.alertmanager;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.Fields;
import watchbill.adapter.ingest.Labelled;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Pairs;
import watchbill.adapter.ingest.Reading;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.kernel.Refusal;

/// Alertmanager's own webhook, version 4: one message for each group, one alert for each set of
/// labels.
///
/// An alert has the same key as over the API v2, so that a sender may change from one to the other
/// while it fires. It has no lease: Alertmanager repeats itself every few hours at most, and says
/// when it is over.
public final class AlertmanagerWebhook implements Dialect {
  private static final String VERSION = "4";

  @Override
  public IntegrationKind kind() {
    return IntegrationKind.ALERTMANAGER;
  }

  @Override
  public Reading read(Message message, Integration from, Instant now) {
    Optional<String> batch = message.text().filter(text -> text.stripLeading().startsWith("["));
    return batch.isPresent()
        ? ofBatch(message.body(), batch.get(), from.id(), now)
        : Fields.read(message.body(), group -> read(group, from.id(), now));
  }

  /// A list is what the API v2 takes; kept messages of it are read again by this dialect too.
  private static Reading ofBatch(byte[] body, String text, IntegrationId from, Instant now) {
    return switch (BatchReader.read(body, text, from, now)) {
      case BatchReader.Read.Unreadable(var refusal) -> Reading.Refused.because(refusal);
      case BatchReader.Read.Batch(var reports, var wrong, _) -> Reading.of(reports, wrong);
    };
  }

  private static Reading read(Fields group, IntegrationId from, Instant now) {
    String version = group.text("version").orElse(VERSION);
    if (!version.equals(VERSION)) {
      group.refuse("webhook.version", "version", version, "a webhook of version " + VERSION);
    }
    if (!group.has("alerts")) {
      group.refuse("event.missing", "alerts", "", "a list of alerts");
    }
    List<Fields> alerts = group.items("alerts");
    if (!group.wrong().isEmpty()) {
      return new Reading.Refused(group.wrong());
    }
    String status = group.text("status").orElse("");
    List<AlertReport> reports = new ArrayList<>();
    List<Refusal> wrong = new ArrayList<>();
    for (Fields alert : alerts) {
      read(alert, status, from, now).ifPresent(reports::add);
      wrong.addAll(alert.wrong());
    }
    if (!reports.isEmpty()) {
      Labelled.leftOut("Alertmanager", group, reports, from, now).ifPresent(reports::add);
    }
    return Reading.of(reports, wrong);
  }

  private static Optional<AlertReport> read(
      Fields alert, String statusOfGroup, IntegrationId from, Instant now) {
    if (!alert.wrong().isEmpty()) {
      return Optional.empty();
    }
    Pairs labels = alert.pairs("labels", Fields.PairLimits.LABELS);
    Pairs annotations = described(alert);
    String status = alert.text("status").orElse(statusOfGroup);
    if (labels.isEmpty() && alert.wrong().isEmpty()) {
      alert.refuse("alert.no-labels", "labels", "", "at least one label with a value");
    }
    if (!status.equals("firing") && !status.equals("resolved")) {
      alert.refuse("alert.status", "status", status, "firing or resolved");
    }
    if (!alert.wrong().isEmpty()) {
      return Optional.empty();
    }
    String deduplicationKey = LabelSet.text(labels, new StringBuilder());
    AlertKey key = AlertKey.of(from, deduplicationKey);
    if (status.equals("resolved")) {
      return Optional.of(new AlertReport.Ended(key));
    }
    Instant start = alert.time("startsAt").filter(t -> !t.isAfter(now)).orElse(now);
    Condition condition = Labelled.condition(labels, annotations, deduplicationKey);
    return Optional.of(
        new AlertReport.Firing(key, deduplicationKey, condition, start, Optional.empty()));
  }

  private static Pairs described(Fields alert) {
    Pairs annotations = alert.pairs("annotations", Fields.PairLimits.DESCRIBING);
    var all = new Pairs.Builder();
    annotations.forEach(all::add);
    alert.text("generatorURL").ifPresent(url -> all.add("generatorURL", url));
    return all.take();
  }
}
