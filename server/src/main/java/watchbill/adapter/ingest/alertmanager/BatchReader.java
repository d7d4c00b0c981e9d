package watchbill.adapter.ingest.alertmanager;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import watchbill.adapter.ingest.Json;
import watchbill.adapter.ingest.Words;
import watchbill.alert.AlertReport;
import watchbill.catalog.IntegrationId;
import watchbill.kernel.Refusal;

/// Reads a batch of alerts from its bytes, and keeps the good apart from the bad.
final class BatchReader {
  static final int ALERTS_MAX = 10_000;
  private static final int REFUSALS_MAX = 20;

  /// What came of reading.
  sealed interface Read {
    /// A list of alerts. When some are wrong the others count.
    ///
    /// @param wrong the first few things that are wrong, each with the alert's index and field
    /// @param wrongCount how many alerts are wrong
    record Batch(List<AlertReport> reports, List<Refusal> wrong, int wrongCount) implements Read {}

    /// Nothing of it can be used.
    record Unreadable(Refusal refusal) implements Read {}
  }

  private final JsonParser json;
  private final AlertReader alert;
  private final List<AlertReport> reports = new ArrayList<>();
  private final List<Refusal> wrong = new ArrayList<>(0);
  private int wrongCount;

  private BatchReader(JsonParser json, AlertReader alert) {
    this.json = json;
    this.alert = alert;
  }

  /// Reads the body, which is the text in UTF-8.
  static Read read(byte[] body, String text, IntegrationId integration, Instant now) {
    try (JsonParser json = Json.parser(body)) {
      var alert = new AlertReader(json, Words.of(text), integration, now);
      return new BatchReader(json, alert).read();
    } catch (JacksonException e) {
      return new Read.Unreadable(Json.malformed(e));
    }
  }

  private Read read() {
    JsonToken first = json.nextToken();
    if (first != JsonToken.START_ARRAY) {
      String found = first == null ? "" : Json.kindOf(first);
      return new Read.Unreadable(new Refusal("alerts.not-list", "body", found, "a list of alerts"));
    }
    int index = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (index == ALERTS_MAX) {
        return new Read.Unreadable(
            new Refusal(
                "alerts.too-many",
                "body",
                "more than " + ALERTS_MAX + " alerts",
                "at most " + ALERTS_MAX + " alerts a request"));
      }
      readOne(index++);
    }
    if (json.nextToken() != null) {
      return new Read.Unreadable(
          new Refusal("alerts.more", "body", "more after the list", "one list of alerts"));
    }
    return new Read.Batch(reports, wrong, wrongCount);
  }

  private void readOne(int index) {
    Optional<Refusal> refusal;
    if (json.currentToken() == JsonToken.START_OBJECT) {
      refusal = alert.read();
    } else {
      refusal = Optional.of(AlertReader.notObject(json.currentToken()));
      json.skipChildren();
    }
    if (refusal.isEmpty()) {
      reports.add(alert.report());
      return;
    }
    wrongCount++;
    if (wrong.size() < REFUSALS_MAX) {
      wrong.add(at(index, refusal.get()));
    }
  }

  private static Refusal at(int index, Refusal r) {
    String field = r.field().isEmpty() ? "" : "." + r.field();
    return new Refusal(r.code(), "alerts[" + index + "]" + field, r.seen(), r.allowed());
  }
}
