package watchbill.adapter.ingest.otlp;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import watchbill.engine.Reply;
import watchbill.kernel.Refusal;

/// What an exporter is told, in the form it asked in.
///
/// @param protobuf whether it writes protobuf, else JSON
record OtlpAnswers(boolean protobuf) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int INVALID_ARGUMENT = 3;
  private static final int RESOURCE_EXHAUSTED = 8;
  private static final int UNAVAILABLE = 14;
  private static final int UNAUTHENTICATED = 16;

  /// All is taken, but for so many records.
  void taken(int rejected, List<Refusal> wrong, ServerResponse response) {
    String message = wrong.stream().map(Refusal::inWords).collect(Collectors.joining("; "));
    boolean partly = rejected > 0 || !message.isEmpty();
    byte[] body =
        protobuf ? partial(partly, rejected, message) : partialJson(partly, rejected, message);
    send(Status.OK_200, body, response);
  }

  void refused(Status status, String message, ServerResponse response) {
    int code = status.equals(Status.UNAUTHORIZED_401) ? UNAUTHENTICATED : INVALID_ARGUMENT;
    send(status, status(code, message), response);
  }

  /// Both may be sent again, and say when.
  void tryLater(Reply.TryLater later, ServerResponse response) {
    long seconds = Math.max(1, later.after().plusMillis(999).toSeconds());
    response.header(HeaderValues.create(HeaderNames.RETRY_AFTER, seconds));
    String message = "nothing was kept: " + later.why();
    if (later.overloaded()) {
      send(Status.TOO_MANY_REQUESTS_429, status(RESOURCE_EXHAUSTED, message), response);
    } else {
      send(Status.SERVICE_UNAVAILABLE_503, status(UNAVAILABLE, message), response);
    }
  }

  private void send(Status status, byte[] body, ServerResponse response) {
    String type = protobuf ? OtlpDialect.PROTOBUF : OtlpDialect.JSON;
    response.status(status).header(HeaderNames.CONTENT_TYPE, type);
    response.send(body);
  }

  /// `ExportLogsServiceResponse { partial_success = 1 { rejected = 1, error_message = 2 } }`.
  private static byte[] partial(boolean partly, int rejected, String message) {
    var out = new ByteArrayOutputStream();
    if (partly) {
      var inner = new ByteArrayOutputStream();
      if (rejected > 0) {
        inner.write(1 << 3);
        varint(rejected, inner);
      }
      text(2, message, inner);
      bytes(1, inner.toByteArray(), out);
    }
    return out.toByteArray();
  }

  /// `google.rpc.Status { code = 1, message = 2 }`.
  private byte[] status(int code, String message) {
    var out = new ByteArrayOutputStream();
    if (protobuf) {
      out.write(1 << 3);
      varint(code, out);
      text(2, message, out);
      return out.toByteArray();
    }
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeNumberProperty("code", code);
      json.writeStringProperty("message", message);
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  private static byte[] partialJson(boolean partly, int rejected, String message) {
    var out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      if (partly) {
        json.writeObjectPropertyStart("partialSuccess");
        json.writeStringProperty("rejectedLogRecords", Integer.toString(rejected));
        json.writeStringProperty("errorMessage", message);
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  private static void text(int field, String text, ByteArrayOutputStream out) {
    bytes(field, text.getBytes(StandardCharsets.UTF_8), out);
  }

  private static void bytes(int field, byte[] bytes, ByteArrayOutputStream out) {
    out.write((field << 3) | 2);
    varint(bytes.length, out);
    out.writeBytes(bytes);
  }

  private static void varint(int value, ByteArrayOutputStream out) {
    int rest = value;
    while (rest > 0x7F) {
      out.write((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
