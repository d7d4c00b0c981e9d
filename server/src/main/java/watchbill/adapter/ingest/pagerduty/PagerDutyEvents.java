package watchbill.adapter.ingest.pagerduty;

import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.adapter.http.Body;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Reading;
import watchbill.adapter.ingest.Senders;
import watchbill.adapter.ingest.Tally;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.kernel.IdSource;
import watchbill.kernel.Refusal;
import watchbill.time.TimeSource;

/// `POST /v2/enqueue`, `/v2/change/enqueue`, and the first version's address.
public final class PagerDutyEvents implements Routes {
  static final int BODY_MAX = 512 * 1024;

  private final FrontDoor door;
  private final Senders catalog;
  private final IdSource ids;
  private final TimeSource time;
  private final Tally tally;

  public PagerDutyEvents(
      FrontDoor door, Senders catalog, IdSource ids, TimeSource time, Tally tally) {
    this.door = door;
    this.catalog = catalog;
    this.ids = ids;
    this.time = time;
    this.tally = tally;
  }

  @Override
  public List<Route> routes() {
    return Stream.of(Address.values())
        .map(address ->
            new Route(
                Method.POST,
                address.path(),
                Permission.INTEGRATION_KEY,
                BODY_MAX,
                (request, response) -> enqueue(address, request, response)))
        .toList();
  }

  private void enqueue(Address address, ServerRequest request, ServerResponse response) {
    switch (EventReader.read(address, Body.bytes(request))) {
      case EventReader.Read.Wrong(var refusals) -> refuse(refusals, response);
      case EventReader.Read.Sound(var event, var body) -> take(address, event, body, response);
    }
  }

  private void refuse(List<Refusal> refusals, ServerResponse response) {
    tally.count(Tally.Outcome.REFUSED, 1);
    Answers.refused(refusals, response);
  }

  private void take(Address address, PagerDutyEvent event, String body, ServerResponse response) {
    Optional<Integration> integration = catalog.find(IntegrationKind.PAGERDUTY, event.routingKey());
    if (integration.isEmpty()) {
      tally.count(Tally.Outcome.UNKNOWN_KEY, 1);
      Answers.refused(List.of(Answers.unknownKey(address)), response);
      return;
    }
    Instant now = time.now();
    boolean needsKey =
        event.deduplicationKey().isEmpty() && event.action() != PagerDutyEvent.Action.CHANGE;
    String made = needsKey ? ids.next(now) : "";
    String key = event.alertKey(made);
    Reading.Understood read = PagerDutyDialect.understood(event, integration.get(), key, now);
    var message = new Message(head(address, made), body.getBytes(StandardCharsets.UTF_8));
    switch (door.submit(message.receive(integration.get(), read.reports(), read.changes()))) {
      case Reply.Received _ -> {
        tally.count(Tally.Outcome.KEPT, 1);
        Answers.accepted(address, key, response);
      }
      case Reply.TryLater later -> {
        tally.count(Tally.Outcome.PUT_OFF, 1);
        Answers.tryLater(address, later, response);
      }
      case Reply.Refused(var refusal) -> refuse(List.of(refusal), response);
      case Reply other -> throw new IllegalStateException("not an answer to an event: " + other);
    }
  }

  /// What its reader needs to read it again.
  private static Map<String, String> head(Address address, String madeKey) {
    return madeKey.isEmpty()
        ? Map.of(PagerDutyDialect.ADDRESS, address.path())
        : Map.of(PagerDutyDialect.ADDRESS, address.path(), PagerDutyDialect.MADE_KEY, madeKey);
  }
}
