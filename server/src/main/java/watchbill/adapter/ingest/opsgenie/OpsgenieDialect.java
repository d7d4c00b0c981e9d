package watchbill.adapter.ingest.opsgenie;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Reading;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;

/// Reads a kept message again. A message that came without its first line creates an alert.
public final class OpsgenieDialect implements Dialect {
  /// Who asked does not matter to what an alert's message says.
  private static final Catalog NOBODY = new Catalog(List.of(), List.of(), List.of(), List.of());

  private final Map<IntegrationId, Priorities> priorities;

  /// @param priorities of integrations that have their own
  public OpsgenieDialect(Map<IntegrationId, Priorities> priorities) {
    this.priorities = Map.copyOf(priorities);
  }

  @Override
  public IntegrationKind kind() {
    return IntegrationKind.OPSGENIE;
  }

  @Override
  public Set<String> headers() {
    return Set.of(RequestReader.REQUEST, RequestReader.GIVEN_ALIAS);
  }

  @Override
  public Reading read(Message message, Integration from, Instant now) {
    var sender =
        new RequestReader.Sender(
            from, NOBODY, priorities.getOrDefault(from.id(), Priorities.USUAL));
    return switch (RequestReader.read(message, sender, now)) {
      case RequestReader.Read.Sound(_, var reports) -> Reading.Understood.alerts(reports);
      case RequestReader.Read.Wrong(var refusals, _) -> new Reading.Refused(refusals);
      case RequestReader.Read.Nowhere(var refusal) -> Reading.Refused.because(refusal);
    };
  }
}
