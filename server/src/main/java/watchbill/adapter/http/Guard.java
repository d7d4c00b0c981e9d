package watchbill.adapter.http;

import static io.helidon.http.HeaderNames.ACCEPT;
import static io.helidon.http.HeaderNames.CONTENT_LENGTH;
import static io.helidon.http.HeaderNames.LOCATION;
import static io.helidon.http.HeaderNames.TRANSFER_ENCODING;
import static io.helidon.http.HeaderValues.CONNECTION_CLOSE;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Locale;

/// Stands in front of one route: who may come in, how much they may bring, how an error leaves.
final class Guard implements Handler {
  private static final HeaderName ORIGIN = HeaderNames.ORIGIN;
  private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");

  private final Route route;
  private final Gatekeeper gatekeeper;
  private final Connections connections;

  Guard(Route route, Gatekeeper gatekeeper, Connections connections) {
    this.route = route;
    this.gatekeeper = gatekeeper;
    this.connections = connections;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    SafetyHeaders.addTo(response.headers());
    try {
      if (mayBring(request, response) && mayPass(request, response)) {
        route.handler().handle(request, response);
      }
    } catch (Throwable e) {
      Faults.answer(e, route, response);
    }
    if (response.headers().contains(CONNECTION_CLOSE)) {
      end(request);
    }
    connections.idle();
  }

  /// The server itself would go on reading, and take what is left of this request for the next.
  private static void end(ServerRequest request) {
    Drain.some(request);
    throw new CloseConnectionException("as the answer said");
  }

  /// The limits of the body, before a byte of it is read.
  private boolean mayBring(ServerRequest request, ServerResponse response) {
    Headers headers = request.headers();
    boolean chunked = headers.contains(TRANSFER_ENCODING);
    if (chunked || headers.contains(CONTENT_LENGTH)) {
      if (!framedInOneWay(headers, chunked)) {
        Problem.of(
                Status.BAD_REQUEST_400,
                "request.framing",
                "Content-Length and Transfer-Encoding: use one of them, once; and 'chunked' alone")
            .sendAndClose(response);
        return false;
      }
      if (!chunked && request.headers().contentLength().orElse(0) > route.bodyMax()) {
        BodyRefused.tooLarge(route.bodyMax()).sendAndClose(response);
        return false;
      }
      boolean packed = Unpacked.isOne(headers);
      request.streamFilter(in -> {
        var body = new Body(in, route.bodyMax(), connections);
        return packed ? new Unpacked(body, route.bodyMax()) : body;
      });
    }
    return true;
  }

  /// Two ways to tell where a body ends let a request hide in another's body behind a proxy.
  private static boolean framedInOneWay(Headers headers, boolean chunked) {
    if (chunked) {
      return !headers.contains(CONTENT_LENGTH)
          && headers.get(TRANSFER_ENCODING).values().equalsIgnoreCase("chunked");
    }
    return headers.get(CONTENT_LENGTH).valueCount() == 1;
  }

  private boolean mayPass(ServerRequest request, ServerResponse response) {
    return switch (route.permission()) {
      case ANYBODY, INTEGRATION_KEY, SIGNED_PASS, SIGNED_BODY, FEED_TOKEN -> true;
      case SIGNED_IN -> isSignedIn(request, response) && isFromHere(request, response);
    };
  }

  private boolean isSignedIn(ServerRequest request, ServerResponse response) {
    if (gatekeeper.who(request).isPresent()) {
      return true;
    }
    boolean isPage =
        request.prologue().method().equals(Method.GET)
            && request.headers().first(ACCEPT).orElse("").contains("text/html");
    if (isPage) {
      response.status(Status.SEE_OTHER_303).header(LOCATION, "/sign-in").send();
    } else {
      Problem.of(Status.UNAUTHORIZED_401, "sign-in.needed", "nobody is signed in; sign in first")
          .sendAndClose(response);
    }
    return false;
  }

  /// A browser sends our cookie along whoever asked it to. It also says who that was.
  private static boolean isFromHere(ServerRequest request, ServerResponse response) {
    Method method = request.prologue().method();
    if (method.equals(Method.GET) || method.equals(Method.HEAD)) {
      return true;
    }
    String site = request.headers().first(FETCH_SITE).orElse("");
    String origin = request.headers().first(ORIGIN).orElse("");
    boolean fromHere =
        site.isEmpty()
            ? origin.isEmpty() || sameHost(origin, request.authority())
            : site.equals("same-origin") || site.equals("none");
    if (!fromHere) {
      Problem.of(
              Status.FORBIDDEN_403,
              "request.cross-site",
              "another site asked for this change; open it from Watchbill's own page")
          .sendAndClose(response);
    }
    return fromHere;
  }

  private static boolean sameHost(String origin, String authority) {
    return origin.toLowerCase(Locale.ROOT).endsWith("://" + authority.toLowerCase(Locale.ROOT));
  }
}
