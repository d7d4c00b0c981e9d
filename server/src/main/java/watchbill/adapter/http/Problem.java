package watchbill.adapter.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import watchbill.kernel.Refusal;

/// An error as RFC 9457 has it, with a stable code and the field at fault.
///
/// @param code stable and dotted, for programs
/// @param detail one sentence for a person: what was wrong and what to do
/// @param field the field at fault; empty when it is none in particular
/// @param allowed what would have been accepted; may be empty
public record Problem(Status status, String code, String detail, String field, String allowed) {
  private static final JsonFactory JSON = new JsonFactory();
  static final Header TYPE =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/problem+json");

  /// A refusal of the engine or of a reader, under an HTTP status.
  public static Problem of(Status status, Refusal refusal) {
    return new Problem(
        status, refusal.code(), refusal.inWords(), refusal.field(), refusal.allowed());
  }

  /// A problem of the request as a whole.
  public static Problem of(Status status, String code, String detail) {
    return new Problem(status, code, detail, "", "");
  }

  /// Answers with this problem. The connection stays open.
  public void send(ServerResponse response) {
    response.status(status).header(TYPE).send(bytes());
  }

  /// Answers with this problem and ends the connection: what still comes on it is not to be
  /// trusted.
  public void sendAndClose(ServerResponse response) {
    response.header(HeaderValues.CONNECTION_CLOSE);
    send(response);
  }

  byte[] bytes() {
    var out = new ByteArrayOutputStream(256);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("title", status.reasonPhrase());
      json.writeNumberProperty("status", status.code());
      json.writeStringProperty("code", code);
      json.writeStringProperty("detail", detail);
      if (!field.isEmpty()) {
        json.writeStringProperty("field", field);
      }
      if (!allowed.isEmpty()) {
        json.writeStringProperty("allowed", allowed);
      }
      json.writeEndObject();
    }
    return out.toByteArray();
  }
}
