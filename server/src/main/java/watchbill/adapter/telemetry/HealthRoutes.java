package watchbill.adapter.telemetry;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;

/// `/healthz`, `/readyz` and `/metrics`.
public final class HealthRoutes implements Routes {
  private static final Header TEXT =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
  private static final Header FIGURES =
      HeaderValues.createCached(
          HeaderNames.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");

  private final Supplier<List<String>> whyNotReady;
  private final Telemetry telemetry;

  /// Answers from what these say.
  ///
  /// @param whyNotReady each reason why it can't do its work, as a sentence; none when it can
  public HealthRoutes(Supplier<List<String>> whyNotReady, Telemetry telemetry) {
    this.whyNotReady = whyNotReady;
    this.telemetry = telemetry;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        get("/healthz", (request, response) -> text(Status.OK_200, "alive\n", response)),
        get("/readyz", this::ready),
        get("/metrics", (request, response) -> response.header(FIGURES).send(telemetry.text())));
  }

  private static Route get(String path, Handler handler) {
    return new Route(Method.GET, path, Permission.ANYBODY, 0, handler);
  }

  private void ready(ServerRequest request, ServerResponse response) {
    List<String> reasons = whyNotReady.get();
    if (reasons.isEmpty()) {
      text(Status.OK_200, "ready\n", response);
    } else {
      String why = "not ready\n" + String.join("\n", reasons) + "\n";
      text(Status.SERVICE_UNAVAILABLE_503, why, response);
    }
  }

  private static void text(Status status, String words, ServerResponse response) {
    response.status(status).header(TEXT).send(words.getBytes(StandardCharsets.UTF_8));
  }
}
