package watchbill.adapter.ingest.otlp;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.adapter.http.Body;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Senders;
import watchbill.adapter.ingest.Tally;
import watchbill.adapter.ingest.line.LineDoor;
import watchbill.adapter.ingest.line.LineRules;
import watchbill.adapter.ingest.line.LineTally;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;
import watchbill.engine.Reply;
import watchbill.kernel.Refusal;
import watchbill.time.TimeSource;

/// `POST /v1/logs` with the key in a header, and `POST /in/otlp/{key}` with it in the address; to
/// the latter an exporter adds `/v1/logs` by itself. A body packed by gzip is unpacked before it
/// comes here.
public final class OtlpRoutes implements Routes {
  static final int BODY_MAX = 1024 * 1024;

  private static final HeaderName KEY_HEADER = HeaderNames.create("x-watchbill-key");
  private static final String BEARER = "bearer ";

  private final OtlpDialect dialect;
  private final LineDoor door;
  private final Senders catalog;
  private final TimeSource time;
  private final Tally tally;

  public OtlpRoutes(
      OtlpDialect dialect, LineDoor door, Senders catalog, TimeSource time, Tally tally) {
    this.dialect = dialect;
    this.door = door;
    this.catalog = catalog;
    this.time = time;
    this.tally = tally;
  }

  @Override
  public List<Route> routes() {
    return Stream.of("/v1/logs", "/in/otlp/{key}", "/in/otlp/{key}/v1/logs")
        .map(path -> new Route(Method.POST, path, Permission.INTEGRATION_KEY, BODY_MAX, this::take))
        .toList();
  }

  private void take(ServerRequest request, ServerResponse response) {
    String type = contentType(request);
    var answers = new OtlpAnswers(type.startsWith(OtlpDialect.PROTOBUF));
    Optional<Integration> from = key(request).flatMap(key -> catalog.find(dialect.kind(), key));
    if (from.isEmpty()) {
      tally.count(Tally.Outcome.UNKNOWN_KEY, 1);
      answers.refused(
          Status.UNAUTHORIZED_401,
          "no key of an integration of kind "
              + IntegrationKind.OTLP.word()
              + "; send it as"
              + " Authorization: Bearer KEY, as x-watchbill-key, or in the address",
          response);
    } else if (!type.startsWith(OtlpDialect.PROTOBUF) && !type.startsWith(OtlpDialect.JSON)) {
      refused(
          Status.UNSUPPORTED_MEDIA_TYPE_415,
          "content-type: '"
              + type
              + "' is not accepted; use "
              + OtlpDialect.PROTOBUF
              + " or "
              + OtlpDialect.JSON,
          answers,
          response);
    } else {
      read(Body.bytes(request), type, from.get(), answers, response);
    }
  }

  private void read(
      byte[] body, String type, Integration from, OtlpAnswers answers, ServerResponse response) {
    var message = new Message(Map.of("content-type", type), body);
    switch (OtlpDialect.logs(message)) {
      case OtlpDialect.Logs.Unreadable(var why) ->
          refused(Status.BAD_REQUEST_400, why.inWords(), answers, response);
      case OtlpDialect.Logs.Read(var batch) -> keep(message, batch, from, answers, response);
    }
  }

  private void keep(
      Message message,
      LogBatch batch,
      Integration from,
      OtlpAnswers answers,
      ServerResponse response) {
    door.count(from, LineTally.Fate.UNREADABLE, batch.rejected());
    LineRules.Judged judged = dialect.judge(batch, from, time.now());
    if (judged.reports().isEmpty()) {
      door.leftOut(from, judged);
      answers.taken(batch.rejected(), batch.wrong(), response);
      return;
    }
    switch (door.submit(door.prepare(message, from, judged))) {
      case Reply.TryLater later -> answers.tryLater(later, response);
      case Reply.Refused(Refusal why) ->
          answers.refused(Status.BAD_REQUEST_400, why.inWords(), response);
      case Reply _ -> answers.taken(batch.rejected(), batch.wrong(), response);
    }
  }

  private void refused(
      Status status, String message, OtlpAnswers answers, ServerResponse response) {
    tally.count(Tally.Outcome.REFUSED, 1);
    answers.refused(status, message, response);
  }

  private static String contentType(ServerRequest request) {
    return request
        .headers()
        .first(HeaderNames.CONTENT_TYPE)
        .map(type -> type.replaceAll("\\p{Cntrl}+", " ").strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  /// From the address, or else from a header.
  private static Optional<String> key(ServerRequest request) {
    if (request.path().pathParameters().contains("key")) {
      return Optional.of(request.path().pathParameters().get("key"));
    }
    return request
        .headers()
        .first(HeaderNames.AUTHORIZATION)
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(value -> value.substring(BEARER.length()).strip())
        .or(() -> request.headers().first(KEY_HEADER));
  }
}
