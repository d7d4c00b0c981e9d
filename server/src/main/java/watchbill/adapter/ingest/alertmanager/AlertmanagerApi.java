package watchbill.adapter.ingest.alertmanager;

import static io.helidon.http.HeaderNames.CONTENT_TYPE;

import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import watchbill.adapter.http.Body;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.ingest.Json;
import watchbill.adapter.ingest.Senders;
import watchbill.adapter.ingest.Tally;
import watchbill.catalog.Integration;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.time.TimeSource;

/// `POST /api/v2/alerts` and `GET /api/v2/status`, also below `/am/{key}` for senders that can't
/// bring credentials.
public final class AlertmanagerApi implements Routes {
  static final int BODY_MAX = 4 * 1024 * 1024;

  private static final Pattern NOT_UTF8 =
      Pattern.compile("charset\\s*=\\s*\"?(?!utf-?8|us-ascii)", Pattern.CASE_INSENSITIVE);

  private final FrontDoor door;
  private final Entrance entrance;
  private final TimeSource time;
  private final Tally tally;
  private final RouteTrees trees;
  private final String version;
  private final Instant upSince;

  /// As if it had been up since it was made.
  ///
  /// @param version of the program, as the status shows it
  public AlertmanagerApi(
      FrontDoor door,
      Senders catalog,
      TimeSource time,
      Tally tally,
      RouteTrees trees,
      String version) {
    this.door = door;
    this.entrance = new Entrance(catalog);
    this.time = time;
    this.tally = tally;
    this.trees = trees;
    this.version = version;
    this.upSince = time.now();
  }

  @Override
  public List<Route> routes() {
    return Stream.of(
            Entrance.routes(Method.POST, "/alerts", BODY_MAX, this::takeAlerts),
            Entrance.routes(Method.GET, "/status", 0, this::showStatus))
        .flatMap(List::stream)
        .toList();
  }

  private void showStatus(ServerRequest request, ServerResponse response) {
    entrance
        .integration(request, response)
        .map(trees::text)
        .map(text -> StatusDocument.bytes(version, upSince, text))
        .ifPresent(status -> Answers.json(status, response));
  }

  private void takeAlerts(ServerRequest request, ServerResponse response) {
    Optional<Integration> integration = entrance.integration(request, response);
    if (integration.isEmpty()) {
      tally.count(Tally.Outcome.UNKNOWN_KEY, 1);
      return;
    }
    if (!isJson(request)) {
      tally.count(Tally.Outcome.REFUSED, 1);
      Answers.notJson(response);
      return;
    }
    byte[] body = Body.bytes(request);
    Optional<String> text = Json.text(body);
    if (text.isEmpty()) {
      tally.count(Tally.Outcome.REFUSED, 1);
      Answers.refused(Json.notUtf8().inWords(), response);
      return;
    }
    Instant now = time.now();
    switch (BatchReader.read(body, text.get(), integration.get().id(), now)) {
      case BatchReader.Read.Unreadable(var refusal) -> {
        tally.count(Tally.Outcome.REFUSED, 1);
        Answers.refused(refusal.inWords(), response);
      }
      case BatchReader.Read.Batch batch -> take(batch, integration.get(), text.get(), response);
    }
  }

  private void take(
      BatchReader.Read.Batch batch, Integration from, String body, ServerResponse response) {
    tally.count(Tally.Outcome.REFUSED, batch.wrongCount());
    int good = batch.reports().size();
    if (good == 0) {
      Answers.taken(batch, response);
      return;
    }
    switch (door.submit(new Command.Receive(from, body, batch.reports()))) {
      case Reply.Received _ -> {
        tally.count(Tally.Outcome.KEPT, good);
        Answers.taken(batch, response);
      }
      case Reply.TryLater later -> {
        tally.count(Tally.Outcome.PUT_OFF, good);
        Answers.tryLater(later, response);
      }
      case Reply.Refused(var refusal) -> {
        tally.count(Tally.Outcome.REFUSED, good);
        Answers.refused(refusal.inWords(), response);
      }
      case Reply other -> throw new IllegalStateException("not an answer to alerts: " + other);
    }
  }

  private static boolean isJson(ServerRequest request) {
    // Not parsed by the server's own means: they give up on a type that is no type.
    String[] parts = request.headers().first(CONTENT_TYPE).orElse("").split(";", 2);
    boolean isUtf8 = parts.length == 1 || !NOT_UTF8.matcher(parts[1]).find();
    return parts[0].strip().equalsIgnoreCase("application/json") && isUtf8;
  }
}
