package watchbill.adapter.calendar.feed;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Problem;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.calendar.Feed;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.engine.Transactions;

/// `/calendar/{token}.ics`, for whoever knows the secret in it.
public final class FeedRoutes implements Routes {
  private static final Header CALENDAR =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "text/calendar; charset=utf-8");
  private static final Header FOR_NOBODY_ELSE =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "private, no-cache");
  private static final String SUFFIX = ".ics";
  private static final int TAG_BYTES = 16;

  private final Transactions transactions;
  private final FrontDoor door;
  private final String domain;

  /// @param domain of this node, which makes the names of entries unique in the world
  public FeedRoutes(Transactions transactions, FrontDoor door, String domain) {
    this.transactions = transactions;
    this.door = door;
    this.domain = domain;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(Method.GET, "/calendar/{file}", Permission.FEED_TOKEN, 0, this::answer));
  }

  private void answer(ServerRequest request, ServerResponse response) {
    Optional<Feed> feed = feed(request.path().pathParameters().get("file"));
    if (feed.isEmpty()) {
      Problem.of(
              Status.NOT_FOUND_404,
              "feed.unknown",
              "There is no calendar at this address, or not any more: ask for a new one")
          .send(response);
      return;
    }
    switch (door.submit(new Command.ShowFeed(feed.get(), domain))) {
      case Reply.Shown shown -> show(shown, request, response);
      case Reply.TryLater later ->
          Problem.of(Status.SERVICE_UNAVAILABLE_503, "store.unavailable", later.why())
              .send(response);
      case Reply other -> throw new IllegalStateException("not an answer to this: " + other);
    }
  }

  private static void show(Reply.Shown shown, ServerRequest request, ServerResponse response) {
    byte[] file = CalendarFeed.publish(shown.name(), shown.entries());
    String tag = tag(file);
    response.header(FOR_NOBODY_ELSE).header(HeaderNames.ETAG, tag);
    if (isKnown(request, tag)) {
      response.status(Status.NOT_MODIFIED_304).send();
    } else {
      response.header(CALENDAR).send(file);
    }
  }

  private Optional<Feed> feed(String file) {
    if (!file.endsWith(SUFFIX)) {
      return Optional.empty();
    }
    return FeedToken.of(file.substring(0, file.length() - SUFFIX.length()))
        .flatMap(token -> transactions.read(s -> s.feeds().byTokenHash(token.hash())));
  }

  private static boolean isKnown(ServerRequest request, String tag) {
    return request.headers().values(HeaderNames.IF_NONE_MATCH).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(value -> value.strip().replaceFirst("^W/", ""))
        .anyMatch(value -> value.equals(tag) || value.equals("*"));
  }

  private static String tag(byte[] file) {
    return '"' + HexFormat.of().formatHex(FeedToken.sha256(file), 0, TAG_BYTES) + '"';
  }
}
