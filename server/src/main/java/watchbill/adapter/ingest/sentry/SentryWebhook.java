package watchbill.adapter.ingest.sentry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.Fields;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Reading;
import watchbill.alert.AlertReport;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.kernel.Refusal;
import watchbill.kernel.Secret;

/// Sentry's webhooks. What a message is about stands in a header.
public final class SentryWebhook implements Dialect {
  private static final String RESOURCE = "sentry-hook-resource";
  private static final String SIGNATURE = "sentry-hook-signature";

  private final Function<IntegrationId, Optional<Secret>> secrets;

  /// @param secrets by which an integration's messages are signed; where there is none, the key in
  ///   the address is all that is asked for
  public SentryWebhook(Function<IntegrationId, Optional<Secret>> secrets) {
    this.secrets = secrets;
  }

  @Override
  public IntegrationKind kind() {
    return IntegrationKind.SENTRY;
  }

  @Override
  public Set<String> headers() {
    return Set.of(RESOURCE, SIGNATURE);
  }

  @Override
  public Reading read(Message message, Integration from, Instant now) {
    Optional<Secret> secret = secrets.apply(from.id());
    String signature = message.header(SIGNATURE).orElse("");
    if (secret.isPresent() && !Signature.isOf(message.body(), signature, secret.get())) {
      return Reading.Refused.because(
          new Refusal(
              "sentry.signature",
              "Sentry-Hook-Signature",
              signature.isEmpty() ? "" : "what was sent",
              "the HMAC-SHA256 of the body by the secret of this integration"));
    }
    String resource = message.header(RESOURCE).orElse("");
    return Fields.read(message.body(), hook -> read(resource, hook, from.id(), now));
  }

  private static Reading read(String resource, Fields hook, IntegrationId from, Instant now) {
    List<AlertReport> reports =
        switch (resource) {
          case "event_alert" -> Issues.alert(hook, from, now);
          case "issue" -> Issues.changed(hook, from);
          case "metric_alert" -> Metrics.alert(hook, from, now);
          case "" -> Issues.ofPlugin(hook, from, now);
          // Sentry says hello, or tells what nobody needs to be woken for: it is kept.
          default -> List.of();
        };
    return hook.wrong().isEmpty()
        ? Reading.Understood.alerts(reports)
        : new Reading.Refused(hook.wrong());
  }
}
