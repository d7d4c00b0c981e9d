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
    UNREADABLE(Status.BAD_REQUEST_400, Tally.Outcome.REFUSED),
    /// Nobody who is known signed it.
    UNKNOWN(Status.UNAUTHORIZED_401, Tally.Outcome.UNKNOWN_KEY),
    REFUSED(Status.FORBIDDEN_403, Tally.Outcome.REFUSED),
    /// It came before, or a later one did.
    REPLAYED(Status.CONFLICT_409, Tally.Outcome.REFUSED),
    /// It is good, and can't be kept now.
    LATER(Status.SERVICE_UNAVAILABLE_503, Tally.Outcome.PUT_OFF);

    private final Status status;
    private final Tally.Outcome outcome;

    Kind(Status status, Tally.Outcome outcome) {
      this.status = status;
      this.outcome = outcome;
    }
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
    tally.count(no.map(n -> n.kind().outcome).orElse(Tally.Outcome.KEPT), 1);
    if (no.isPresent()) {
      Problem.of(no.get().kind().status, no.get().refusal()).send(response);
    } else {
      response.status(Status.NO_CONTENT_204).send();
    }
  }
}
