package watchbill.adapter.ingest.pagerduty;

import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import watchbill.adapter.http.Body;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.ingest.Json;
import watchbill.adapter.ingest.Keys;
import watchbill.adapter.ingest.Tally;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.kernel.IdSource;
import watchbill.kernel.Refusal;
import watchbill.time.TimeSource;

/// `POST /v2/enqueue`.
public final class PagerDutyEvents implements Routes {
  static final int BODY_MAX = 512 * 1024;

  /// A condition older than this has a clock that is wrong, or a sender that keeps no time.
  private static final Duration OLDEST = Duration.ofDays(366);

  private final FrontDoor door;
  private final Supplier<Catalog> catalog;
  private final IdSource ids;
  private final TimeSource time;
  private final Tally tally;

  public PagerDutyEvents(
      FrontDoor door, Supplier<Catalog> catalog, IdSource ids, TimeSource time, Tally tally) {
    this.door = door;
    this.catalog = catalog;
    this.ids = ids;
    this.time = time;
    this.tally = tally;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(Method.POST, "/v2/enqueue", Permission.INTEGRATION_KEY, BODY_MAX, this::enqueue));
  }

  private void enqueue(ServerRequest request, ServerResponse response) {
    byte[] body = Body.bytes(request);
    Optional<String> text = Json.text(body);
    if (text.isEmpty()) {
      refuse(List.of(Json.notUtf8()), response);
      return;
    }
    switch (EventReader.read(body, text.get())) {
      case EventReader.Read.Wrong(var refusals) -> refuse(refusals, response);
      case EventReader.Read.Sound(var event) -> take(event, text.get(), response);
    }
  }

  private void refuse(List<Refusal> refusals, ServerResponse response) {
    tally.count(Tally.Outcome.REFUSED, 1);
    Answers.refused(refusals, response);
  }

  private void take(PagerDutyEvent event, String body, ServerResponse response) {
    Optional<Integration> integration =
        Keys.find(catalog.get(), IntegrationKind.PAGERDUTY, event.routingKey());
    if (integration.isEmpty()) {
      tally.count(Tally.Outcome.UNKNOWN_KEY, 1);
      Answers.refused(List.of(Answers.UNKNOWN_KEY), response);
      return;
    }
    Instant now = time.now();
    String key = event.deduplicationKey().isEmpty() ? ids.next(now) : event.deduplicationKey();
    AlertReport report = report(event, AlertKey.of(integration.get().id(), key), key, now);
    switch (door.submit(new Command.Receive(integration.get(), body, List.of(report)))) {
      case Reply.Received _ -> {
        tally.count(Tally.Outcome.KEPT, 1);
        Answers.accepted(key, response);
      }
      case Reply.TryLater later -> {
        tally.count(Tally.Outcome.PUT_OFF, 1);
        Answers.tryLater(later, response);
      }
      case Reply.Refused(var refusal) -> refuse(List.of(refusal), response);
      case Reply other -> throw new IllegalStateException("not an answer to an event: " + other);
    }
  }

  private static AlertReport report(
      PagerDutyEvent event, AlertKey key, String deduplicationKey, Instant now) {
    return switch (event.action()) {
      case ACKNOWLEDGE -> new AlertReport.TakenCharge(key);
      case RESOLVE -> new AlertReport.Ended(key);
      case TRIGGER -> {
        PagerDutyEvent.Payload payload = event.payload().orElseThrow();
        var condition =
            new Condition(
                payload.summary(),
                payload.source(),
                payload.severity(),
                payload.labels(),
                payload.details());
        yield new AlertReport.Firing(
            key, deduplicationKey, condition, began(payload, now), Optional.empty());
      }
    };
  }

  private static Instant began(PagerDutyEvent.Payload payload, Instant now) {
    return payload
        .timestamp()
        .filter(t -> !t.isAfter(now) && t.isAfter(now.minus(OLDEST)))
        .orElse(now);
  }
}
