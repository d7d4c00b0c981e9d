package watchbill.adapter.http;

import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.http.ServerResponse;
import java.net.SocketException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.engine.StoreFault;

/// Turns whatever came out of a handler into an answer: a sender's fault into words, a fault of
/// ours into an id that stands in the log.
final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  private static final String RETRY_AFTER_SECONDS = "5";

  private Faults() {}

  static void answer(Throwable fault, Route route, ServerResponse response) {
    if (fault instanceof CloseConnectionException || fault instanceof ServerConnectionException) {
      throw (RuntimeException) fault;
    }
    @Nullable StoreFault away = find(fault, StoreFault.class);
    Problem problem = away == null ? problemOf(fault, route) : later(away, route);
    if (response.isSent()) {
      throw new CloseConnectionException("it failed after the answer had begun", fault);
    }
    response.headers().clear();
    SafetyHeaders.addTo(response.headers());
    response.header(HeaderValues.CONNECTION_CLOSE);
    if (away != null) {
      response.header(HeaderNames.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    problem.send(response);
  }

  private static Problem problemOf(Throwable fault, Route route) {
    @Nullable BodyRefused refused = find(fault, BodyRefused.class);
    if (refused != null) {
      return refused.problem();
    }
    if (find(fault, InsufficientDataAvailableException.class) != null) {
      return malformed("the body ended before it was whole; send it again");
    }
    if (find(fault, SocketException.class) != null) {
      throw new CloseConnectionException("the sender has gone", fault);
    }
    return switch (fault) {
      case RequestException e when isTheSenders(e.status()) -> ofStatus(e.status());
      case HttpException e when isTheSenders(e.status()) -> ofStatus(e.status());
      default -> ours(fault, route);
    };
  }

  /// Asked before all else: under it may lie the socket of a database, which is not the sender's.
  private static Problem later(StoreFault away, Route route) {
    LOG.warn("{} {} is turned away: {}", route.method(), route.path(), away.getMessage());
    return Problem.of(
        Status.SERVICE_UNAVAILABLE_503,
        "store.unavailable",
        "the store can't be used at present; nothing was changed, so ask again in a while");
  }

  private static Problem ofStatus(Status status) {
    return status.code() == Status.REQUEST_ENTITY_TOO_LARGE_413.code()
        ? BodyRefused.tooLarge(HttpServer.CHUNK_MAX)
        : Problem.of(
            status,
            "request.malformed",
            "the request is not well-formed HTTP/1.1; check how the body is framed and encoded");
  }

  private static Problem malformed(String detail) {
    return Problem.of(Status.BAD_REQUEST_400, "request.malformed", detail);
  }

  private static boolean isTheSenders(Status status) {
    return status.code() >= 400 && status.code() < 500;
  }

  /// Our own bug. The stack goes to the log and nowhere else; and the log shows the route, not the
  /// address, which may hold a key.
  private static Problem ours(Throwable fault, Route route) {
    String id = Long.toHexString(ThreadLocalRandom.current().nextLong());
    LOG.error("fault {} in {} {}", id, route.method(), route.path(), fault);
    return Problem.of(
        Status.INTERNAL_SERVER_ERROR_500,
        "internal",
        "something is wrong inside Watchbill; its log says what, under fault " + id);
  }

  private static <T extends Throwable> @Nullable T find(Throwable fault, Class<T> type) {
    int depth = 0;
    for (@Nullable Throwable t = fault; t != null && depth < 16; t = t.getCause()) {
      if (type.isInstance(t)) {
        return type.cast(t);
      }
      depth++;
    }
    return null;
  }
}
