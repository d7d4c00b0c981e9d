package watchbill.adapter.ingest.heartbeat;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import watchbill.adapter.http.Body;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.ingest.Keys;
import watchbill.adapter.ingest.Senders;
import watchbill.adapter.ingest.Tally;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.engine.Transactions;
import watchbill.heartbeat.Heartbeat;
import watchbill.heartbeat.HeartbeatId;
import watchbill.heartbeat.Ping;

/// `/ping/{key}` with `/start`, `/fail`, `/log` or an exit code behind it, and the same with
/// `/ping/{key of an integration}/{name}` in front. GET, HEAD and POST; a body is kept.
public final class PingRoutes implements Routes {
  /// More than is kept: a long log must not be a reason to lose the ping that brings it.
  static final int BODY_MAX = 4 * 1024 * 1024;

  private static final Pattern RUN = Pattern.compile("[A-Za-z0-9._:-]{1," + Ping.RUN_MAX + "}");
  private static final Pattern ODD = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t\\r]]");
  private static final Header TEXT =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
  private static final Header LIMIT =
      HeaderValues.createCached("Ping-Body-Limit", String.valueOf(Ping.BODY_MAX));

  private final FrontDoor door;
  private final Transactions transactions;
  private final Senders catalog;
  private final Tally tally;

  public PingRoutes(FrontDoor door, Transactions transactions, Senders catalog, Tally tally) {
    this.door = door;
    this.transactions = transactions;
    this.catalog = catalog;
    this.tally = tally;
  }

  @Override
  public List<Route> routes() {
    return Stream.of("/ping/{key}", "/ping/{key}/{first}", "/ping/{key}/{first}/{second}")
        .flatMap(path ->
            Stream.of(Method.GET, Method.HEAD, Method.POST)
                .map(method ->
                    new Route(method, path, Permission.INTEGRATION_KEY, BODY_MAX, this::take)))
        .toList();
  }

  /// Whose ping it is, and the word behind it.
  private record Addressed(HeartbeatId heartbeat, String signal) {}

  private void take(ServerRequest request, ServerResponse response) {
    Optional<Addressed> to = addressed(request);
    if (to.isEmpty()) {
      tally.count(Tally.Outcome.UNKNOWN_KEY, 1);
      answer(Status.NOT_FOUND_404, "not found", request, response);
      return;
    }
    String run = request.query().first("rid").asOptional().orElse("");
    if (!run.isEmpty() && !RUN.matcher(run).matches()) {
      refuse("rid: use 1 to " + Ping.RUN_MAX + " letters, digits and .:_-", request, response);
      return;
    }
    String via = request.prologue().method().text();
    Optional<Ping> ping = Signals.read(to.get().signal(), run, body(request), via);
    if (ping.isEmpty()) {
      refuse("use /start, /fail, /log or an exit code of 0 to 255", request, response);
      return;
    }
    switch (door.submit(new Command.Beat(to.get().heartbeat(), ping.get()))) {
      case Reply.Done() -> {
        tally.count(Tally.Outcome.KEPT, 1);
        answer(Status.OK_200, "OK", request, response);
      }
      case Reply.TryLater later -> {
        tally.count(Tally.Outcome.PUT_OFF, 1);
        tryLater(later, request, response);
      }
      case Reply.Refused _ -> {
        // It was retired between the look and the turn.
        tally.count(Tally.Outcome.UNKNOWN_KEY, 1);
        answer(Status.NOT_FOUND_404, "not found", request, response);
      }
      case Reply other -> throw new IllegalStateException("not an answer to a ping: " + other);
    }
  }

  /// A key of its own first; else the key of an integration and a name.
  private Optional<Addressed> addressed(ServerRequest request) {
    String key = parameter(request, "key");
    String first = parameter(request, "first");
    String second = parameter(request, "second");
    Optional<Heartbeat> own =
        transactions.read(stores -> stores.heartbeats().byKeyHash(Keys.hash(key)));
    if (own.isPresent()) {
      return second.isEmpty()
          ? own.map(heartbeat -> new Addressed(heartbeat.id(), first))
          : Optional.empty();
    }
    Optional<Integration> from = catalog.find(IntegrationKind.HEARTBEAT, key);
    return from.flatMap(integration ->
            transactions.read(stores -> stores.heartbeats().find(new HeartbeatId(first))).stream()
                .filter(heartbeat -> !heartbeat.isRetired())
                .filter(heartbeat ->
                    heartbeat.plan().integration().filter(integration.id()::equals).isPresent())
                .findFirst())
        .map(heartbeat -> new Addressed(heartbeat.id(), second));
  }

  private static String parameter(ServerRequest request, String name) {
    return request.path().pathParameters().first(name).asOptional().orElse("");
  }

  private static String body(ServerRequest request) {
    String text = new String(Body.bytes(request), StandardCharsets.UTF_8);
    return ODD.matcher(text).replaceAll("\uFFFD");
  }

  private void refuse(String why, ServerRequest request, ServerResponse response) {
    tally.count(Tally.Outcome.REFUSED, 1);
    answer(Status.BAD_REQUEST_400, why, request, response);
  }

  private static void tryLater(
      Reply.TryLater later, ServerRequest request, ServerResponse response) {
    long seconds = Math.max(1, later.after().plusMillis(999).toSeconds());
    response.header(HeaderValues.create(HeaderNames.RETRY_AFTER, seconds));
    Status status =
        later.overloaded() ? Status.TOO_MANY_REQUESTS_429 : Status.SERVICE_UNAVAILABLE_503;
    answer(status, "nothing was kept: " + later.why(), request, response);
  }

  private static void answer(
      Status status, String words, ServerRequest request, ServerResponse response) {
    response.status(status).header(TEXT).header(LIMIT);
    if (request.prologue().method().equals(Method.HEAD)) {
      response.send();
    } else {
      response.send(words.getBytes(StandardCharsets.UTF_8));
    }
  }
}
