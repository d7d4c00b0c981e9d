package watchbill.adapter.ingest.opsgenie;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import watchbill.engine.Reply;
import watchbill.kernel.IdSource;
import watchbill.kernel.Refusal;
import watchbill.time.TimeSource;

/// One answer in the form clients expect: always an object with `took` and `requestId`.
final class Answers {
  static final Status UNPROCESSABLE = Status.create(422, "Unprocessable Entity");

  private static final JsonFactory JSON = new JsonFactory();
  private static final double MILLIS = 1000.0;

  private final ServerResponse response;
  private final TimeSource time;
  private final IdSource ids;
  private final Instant began;

  Answers(ServerResponse response, TimeSource time, IdSource ids) {
    this.response = response;
    this.time = time;
    this.ids = ids;
    this.began = time.now();
  }

  Instant began() {
    return began;
  }

  /// 200 with what was asked for.
  void shows(Consumer<JsonGenerator> content) {
    send(Status.OK_200, freshId(), content);
  }

  /// 202: kept, and what became of it can be asked by the event's id.
  void accepted(String event) {
    send(
        Status.ACCEPTED_202,
        event,
        json -> json.writeStringProperty("result", "Request will be processed"));
  }

  void wrong(Status status, List<Refusal> refusals) {
    String words = refusals.stream().map(Refusal::inWords).collect(Collectors.joining("; "));
    send(
        status,
        freshId(),
        json -> {
          json.writeStringProperty("message", words);
          json.writeObjectPropertyStart("errors");
          refusals.stream()
              .collect(Collectors.toMap(Refusal::field, Refusal::inWords, (a, _) -> a))
              .forEach(json::writeStringProperty);
          json.writeEndObject();
        });
  }

  void says(Status status, String message) {
    send(status, freshId(), json -> json.writeStringProperty("message", message));
  }

  /// Says no more than that: whoever guesses keys learns nothing from it.
  void unknownKey() {
    response.header(HeaderValues.CONNECTION_CLOSE);
    says(
        Status.UNAUTHORIZED_401,
        "Could not authenticate: send Authorization: GenieKey, with the key of an integration of"
            + " kind opsgenie. A key in the address is not accepted");
  }

  void tryLater(Reply.TryLater later) {
    long seconds = Math.max(1, later.after().plusMillis(999).toSeconds());
    response.header(HeaderValues.create(HeaderNames.RETRY_AFTER, seconds));
    Status status =
        later.overloaded() ? Status.TOO_MANY_REQUESTS_429 : Status.SERVICE_UNAVAILABLE_503;
    says(status, "Nothing was kept: " + later.why());
  }

  private String freshId() {
    return ids.next(began);
  }

  private void send(Status status, String requestId, Consumer<JsonGenerator> content) {
    var out = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      content.accept(json);
      json.writeNumberProperty("took", Duration.between(began, time.now()).toMillis() / MILLIS);
      json.writeStringProperty("requestId", requestId);
      json.writeEndObject();
    }
    response.status(status).header(HeaderValues.CONTENT_TYPE_JSON).send(out.toByteArray());
  }
}
