package watchbill.adapter.ingest.alertmanager;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.Json;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Reading;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;

/// A list of alerts, as it is posted to `/api/v2/alerts`.
public final class AlertmanagerDialect implements Dialect {
  @Override
  public IntegrationKind kind() {
    return IntegrationKind.ALERTMANAGER;
  }

  @Override
  public Reading read(Message message, Integration from, Instant now) {
    Optional<String> text = message.text();
    if (text.isEmpty()) {
      return Reading.Refused.because(Json.notUtf8());
    }
    return switch (BatchReader.read(message.body(), text.get(), from.id(), now)) {
      case BatchReader.Read.Unreadable(var refusal) -> Reading.Refused.because(refusal);
      case BatchReader.Read.Batch(var reports, var wrong, _) ->
          reports.isEmpty() && !wrong.isEmpty()
              ? new Reading.Refused(wrong)
              : new Reading.Understood(reports, List.of(), wrong);
    };
  }
}
