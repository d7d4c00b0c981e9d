package watchbill.adapter.ingest.heartbeat;

import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import watchbill.adapter.http.Body;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Problem;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.ingest.Tally;
import watchbill.kernel.Refusal;

/// `POST /beat`: the signed beats of other installs.
public final class BeatRoutes implements Routes {
  private static final int BODY_MAX = 2_000;

  private final Judge judge;
  private final Tally tally;

  /// Says what becomes of a beat.
  @FunctionalInterface
  public interface Judge {
    /// Empty once it is kept.
    Optional<No> judge(String text);
  }

  /// Why a beat does not count.
  public record No(Kind kind, Refusal refusal) {}

  /// Why, in one word.
  public enum Kind {
    UNREADABLE,
    /// Nobody who is known signed it.
    UNKNOWN,
    REFUSED,
    /// It came before, or a later one did.
    REPLAYED,
    /// It is good, and can't be kept now.
    LATER
  }

  public BeatRoutes(Judge judge, Tally tally) {
    this.judge = judge;
    this.tally = tally;
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(Method.POST, "/beat", Permission.SIGNED_BODY, BODY_MAX, this::take));
  }

  private void take(ServerRequest request, ServerResponse response) {
    Optional<No> no = judge.judge(new String(Body.bytes(request), StandardCharsets.UTF_8));
    tally.count(no.map(n -> outcome(n.kind())).orElse(Tally.Outcome.KEPT), 1);
    if (no.isPresent()) {
      Problem.of(status(no.get().kind()), no.get().refusal()).send(response);
    } else {
      response.status(Status.NO_CONTENT_204).send();
    }
  }

  private static Status status(Kind kind) {
    return switch (kind) {
      case UNREADABLE -> Status.BAD_REQUEST_400;
      case UNKNOWN -> Status.UNAUTHORIZED_401;
      case REFUSED -> Status.FORBIDDEN_403;
      case REPLAYED -> Status.CONFLICT_409;
      case LATER -> Status.SERVICE_UNAVAILABLE_503;
    };
  }

  private static Tally.Outcome outcome(Kind kind) {
    return switch (kind) {
      case UNREADABLE, REFUSED, REPLAYED -> Tally.Outcome.REFUSED;
      case UNKNOWN -> Tally.Outcome.UNKNOWN_KEY;
      case LATER -> Tally.Outcome.PUT_OFF;
    };
  }
}
