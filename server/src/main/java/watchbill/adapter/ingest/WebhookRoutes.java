package watchbill.adapter.ingest;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import watchbill.adapter.http.Body;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Problem;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.kernel.Refusal;
import watchbill.time.TimeSource;

/// `POST /in/{kind}/{key}`: one address for every kind of sender that posts to an address it was
/// given and cares for little more than the status.
public final class WebhookRoutes implements Routes {
  public static final int BODY_MAX = 1024 * 1024;

  private final FrontDoor door;
  private final Senders catalog;
  private final TimeSource time;
  private final List<Dialect> dialects;
  private final Function<IntegrationKind, Tally> tallies;

  public WebhookRoutes(
      FrontDoor door,
      Senders catalog,
      TimeSource time,
      List<Dialect> dialects,
      Function<IntegrationKind, Tally> tallies) {
    this.door = door;
    this.catalog = catalog;
    this.time = time;
    this.dialects = List.copyOf(dialects);
    this.tallies = tallies;
  }

  @Override
  public List<Route> routes() {
    return dialects.stream()
        .map(dialect ->
            new Route(
                Method.POST,
                "/in/" + dialect.kind().word() + "/{key}",
                Permission.INTEGRATION_KEY,
                BODY_MAX,
                (request, response) -> take(dialect, request, response)))
        .toList();
  }

  private void take(Dialect dialect, ServerRequest request, ServerResponse response) {
    Tally tally = tallies.apply(dialect.kind());
    String key = request.path().pathParameters().get("key");
    Optional<Integration> from = catalog.find(dialect.kind(), key);
    if (from.isEmpty()) {
      tally.count(Tally.Outcome.UNKNOWN_KEY, 1);
      unknownKey(dialect.kind()).sendAndClose(response);
      return;
    }
    var message = new Message(head(dialect, request), Body.bytes(request));
    switch (dialect.read(message, from.get(), time.now())) {
      case Reading.Refused(var wrong) -> {
        tally.count(Tally.Outcome.REFUSED, 1);
        Arrivals.refused(wrong, response);
      }
      case Reading.Understood understood ->
          keep(
              message.receive(from.get(), understood.reports(), understood.changes()),
              understood.wrong(),
              tally,
              response);
    }
  }

  private void keep(
      Command.Receive command, List<Refusal> wrong, Tally tally, ServerResponse response) {
    int good = Math.max(1, command.reports().size() + command.changes().size());
    switch (door.submit(command)) {
      case Reply.Received received -> {
        tally.count(Tally.Outcome.KEPT, good);
        if (!wrong.isEmpty()) {
          tally.count(Tally.Outcome.REFUSED, wrong.size());
        }
        Arrivals.kept(received, command, wrong, response);
      }
      case Reply.TryLater later -> {
        tally.count(Tally.Outcome.PUT_OFF, good);
        Arrivals.tryLater(later, response);
      }
      case Reply.Refused(var refusal) -> {
        tally.count(Tally.Outcome.REFUSED, good);
        Arrivals.refused(List.of(refusal), response);
      }
      case Reply other -> throw new IllegalStateException("not an answer to a message: " + other);
    }
  }

  /// The first value of each header its reader asks for, on one line.
  private static Map<String, String> head(Dialect dialect, ServerRequest request) {
    Map<String, String> head = new HashMap<>();
    for (String name : dialect.headers()) {
      request
          .headers()
          .first(HeaderNames.create(name))
          .ifPresent(value -> head.put(name, dialect.kept(name, value)));
    }
    return head;
  }

  /// What whoever sends to a wrong address is told; it helps nobody who guesses.
  public static Problem unknownKey(IntegrationKind kind) {
    return new Problem(
        Status.UNAUTHORIZED_401,
        "integration.key",
        "the key in the address is of no integration of kind " + kind.word(),
        "key",
        "the key of an integration of kind " + kind.word());
  }
}
