package watchbill.adapter.ingest.kuma;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.adapter.ingest.Details;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.Fields;
import watchbill.adapter.ingest.Labelled;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Pairs;
import watchbill.adapter.ingest.Reading;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;

/// Uptime Kuma's webhook, as JSON: a monitor, its heartbeat, and a text.
public final class UptimeKumaWebhook implements Dialect {
  private static final int ID_MAX = 100;
  private static final int TEXT_MAX = 4096;
  private static final String STATES = "0 for down, 1 for up, 2 for pending or 3 for maintenance";

  /// The button of the settings sends this.
  private static final String TEST = "Testing";

  @Override
  public IntegrationKind kind() {
    return IntegrationKind.UPTIME_KUMA;
  }

  @Override
  public Reading read(Message message, Integration from, Instant now) {
    return Fields.read(message.body(), said -> read(said, from.id(), now));
  }

  private static Reading read(Fields said, IntegrationId from, Instant now) {
    Optional<Fields> heartbeat = said.object("heartbeat");
    Optional<Fields> monitor = said.object("monitor");
    if (!said.wrong().isEmpty()) {
      return new Reading.Refused(said.wrong());
    }
    if (heartbeat.isPresent()) {
      return ofMonitor(said, heartbeat.get(), monitor, from, now);
    }
    String text = said.required("msg", TEXT_MAX);
    if (!said.wrong().isEmpty()) {
      return new Reading.Refused(said.wrong());
    }
    return text.endsWith(TEST)
        ? Reading.Understood.alerts(List.of())
        : Reading.Understood.alerts(List.of(ofTextAlone(text, said, from, now)));
  }

  private static Reading ofMonitor(
      Fields said, Fields heartbeat, Optional<Fields> monitor, IntegrationId from, Instant now) {
    String id =
        monitor.flatMap(m -> m.text("id")).orElseGet(() -> heartbeat.required("monitorID", ID_MAX));
    String status = heartbeat.required("status", ID_MAX);
    if (!said.wrong().isEmpty()) {
      return new Reading.Refused(said.wrong());
    }
    String name = "monitor " + id;
    AlertKey key = AlertKey.of(from, name);
    return switch (status) {
      case "0" -> {
        Condition condition = condition(said, heartbeat, monitor, name);
        yield Reading.Understood.alerts(
            List.of(new AlertReport.Firing(key, name, condition, now, Optional.empty())));
      }
      case "1" -> Reading.Understood.alerts(List.of(new AlertReport.Ended(key)));
      // It is being tried again, or nobody looks: neither says that it is up.
      case "2", "3" -> Reading.Understood.alerts(List.of());
      default -> {
        heartbeat.refuse("alert.status", "status", status, STATES);
        yield new Reading.Refused(said.wrong());
      }
    };
  }

  private static Condition condition(
      Fields said, Fields heartbeat, Optional<Fields> monitor, String name) {
    String called = monitor.flatMap(m -> m.text("name")).orElse(name);
    String why = heartbeat.text("msg").orElse("it does not say why");
    String source =
        monitor
            .flatMap(m -> m.text("hostname").or(() -> m.text("url").filter(u -> u.length() > 8)))
            .orElse("");
    var labels = new Pairs.Builder();
    labels.add("monitor", called);
    monitor.flatMap(m -> m.text("type")).ifPresent(type -> labels.add("type", type));
    var details = new Details(said.words());
    for (String field : List.of("time", "ping", "duration", "localDateTime", "timezone")) {
      heartbeat.describe(field, field, details);
    }
    monitor.ifPresent(m -> {
      m.describe("url", "url", details);
      m.describe("description", "description", details);
      m.describe("port", "port", details);
      m.describe("tags", "tags", details);
    });
    said.describe("msg", "message", details);
    return new Condition(
        Labelled.oneLine(called + " is down: " + why),
        Labelled.oneLine(source),
        Severity.CRITICAL,
        labels.take(),
        details.take());
  }

  /// It has no monitor, so nothing of Uptime Kuma's ends it. Days are counted down in such texts;
  /// the numbers are left out of the key, so that each day is the same alert.
  private static AlertReport ofTextAlone(
      String text, Fields said, IntegrationId from, Instant now) {
    String key = "text " + text.replaceAll("[0-9]+", "");
    var details = new Details(said.words());
    details.add("message", text);
    var condition =
        new Condition(
            Labelled.oneLine(text),
            "",
            Severity.WARNING,
            new Pairs.Builder().take(),
            details.take());
    return new AlertReport.Firing(AlertKey.of(from, key), key, condition, now, Optional.empty());
  }
}
