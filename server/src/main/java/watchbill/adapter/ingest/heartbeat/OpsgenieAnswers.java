package watchbill.adapter.ingest.heartbeat;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import watchbill.engine.Reply;
import watchbill.heartbeat.Heartbeat;
import watchbill.heartbeat.Schedule;
import watchbill.heartbeat.Trouble;
import watchbill.kernel.Refusal;

/// Answers in the shape that Opsgenie's clients read: `data` or `result` or `message`, and always
/// `took` and `requestId`.
record OpsgenieAnswers(ServerResponse response, String requestId) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Status UNPROCESSABLE = Status.create(422, "Unprocessable Entity");

  void said(Status status, String result) {
    send(status, json -> json.writeStringProperty("result", result));
  }

  void failed(Status status, String message) {
    send(status, json -> json.writeStringProperty("message", message));
  }

  /// 422 with each field at fault; 400 when the body is no JSON at all.
  void invalid(List<Refusal> wrong) {
    boolean unreadable = wrong.getFirst().field().equals("body");
    Status status = unreadable ? Status.BAD_REQUEST_400 : UNPROCESSABLE;
    send(
        status,
        json -> {
          json.writeStringProperty("message", wrong.getFirst().inWords());
          json.writeObjectPropertyStart("errors");
          wrong.forEach(refusal -> json.writeStringProperty(refusal.field(), refusal.inWords()));
          json.writeEndObject();
        });
  }

  void tryLater(Reply.TryLater later) {
    long seconds = Math.max(1, later.after().plusMillis(999).toSeconds());
    response.header(HeaderValues.create(HeaderNames.RETRY_AFTER, seconds));
    failed(
        later.overloaded() ? Status.TOO_MANY_REQUESTS_429 : Status.SERVICE_UNAVAILABLE_503,
        "nothing was kept: " + later.why());
  }

  void heartbeat(Status status, Heartbeat heartbeat) {
    send(
        status,
        json -> {
          json.writeObjectPropertyStart("data");
          properties(json, heartbeat);
          json.writeEndObject();
        });
  }

  void heartbeats(List<Heartbeat> heartbeats) {
    send(
        Status.OK_200,
        json -> {
          json.writeObjectPropertyStart("data");
          json.writeArrayPropertyStart("heartbeats");
          for (Heartbeat heartbeat : heartbeats) {
            json.writeStartObject();
            properties(json, heartbeat);
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private void properties(JsonGenerator json, Heartbeat heartbeat) {
    json.writeStringProperty("name", heartbeat.id().name());
    switch (heartbeat.plan().schedule()) {
      case Schedule.Every(var period) -> interval(json, period);
      case Schedule.Cron cron -> json.writeStringProperty("description", cron.inWords());
    }
    json.writeBooleanProperty("enabled", heartbeat.plan().enabled());
    boolean expired = heartbeat.trouble().filter(t -> t.kind() == Trouble.Kind.MISSING).isPresent();
    json.writeBooleanProperty("expired", expired);
    json.writeStringProperty("alertMessage", heartbeat.plan().note());
    json.writeStringProperty("alertPriority", priority(heartbeat));
    heartbeat.heardAt().ifPresent(at -> json.writeStringProperty("lastPingTime", at.toString()));
  }

  /// In the largest unit that leaves a whole number.
  private static void interval(JsonGenerator json, Duration period) {
    long minutes = period.toMinutes();
    boolean days = minutes % (24 * 60) == 0;
    boolean hours = minutes % 60 == 0;
    json.writeNumberProperty(
        "interval", days ? minutes / (24 * 60) : hours ? minutes / 60 : minutes);
    json.writeStringProperty("intervalUnit", days ? "days" : hours ? "hours" : "minutes");
  }

  private static String priority(Heartbeat heartbeat) {
    return switch (heartbeat.plan().severity()) {
      case CRITICAL -> "P1";
      case ERROR -> "P2";
      case WARNING -> "P3";
      case INFO -> "P5";
    };
  }

  private void send(Status status, Consumer<JsonGenerator> write) {
    var out = new ByteArrayOutputStream(256);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      write.accept(json);
      json.writeNumberProperty("took", 0.001);
      json.writeStringProperty("requestId", requestId);
      json.writeEndObject();
    }
    response.status(status).header(HeaderValues.CONTENT_TYPE_JSON).send(out.toByteArray());
  }
}
