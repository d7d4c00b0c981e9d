package watchbill.adapter.ingest;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import watchbill.adapter.http.Problem;
import watchbill.alert.AlertDecision;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.kernel.Refusal;

/// What the sender of a webhook is told.
public final class Arrivals {
  private static final JsonFactory JSON = new JsonFactory();

  private Arrivals() {}

  /// 202, with the event's id, how much of it was heard before, and what was not taken.
  public static void kept(
      Reply.Received received,
      Command.Receive command,
      List<Refusal> wrong,
      ServerResponse response) {
    var out = new ByteArrayOutputStream(256);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("event", received.event().value());
      json.writeNumberProperty("alerts", command.reports().size());
      json.writeNumberProperty("changes", command.changes().size());
      int repeats = Collections.frequency(received.ignored(), AlertDecision.Why.HEARD_BEFORE);
      if (repeats > 0) {
        json.writeNumberProperty("repeats", repeats);
      }
      if (!wrong.isEmpty()) {
        json.writeArrayPropertyStart("refused");
        wrong.forEach(refusal -> json.writeString(refusal.inWords()));
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    response.status(Status.ACCEPTED_202).header(HeaderValues.CONTENT_TYPE_JSON);
    response.send(out.toByteArray());
  }

  /// 400: the first thing that is wrong as the problem's field, the others in its words.
  public static void refused(List<Refusal> wrong, ServerResponse response) {
    Refusal first = wrong.getFirst();
    String all = wrong.stream().map(Refusal::inWords).collect(Collectors.joining("; "));
    new Problem(Status.BAD_REQUEST_400, first.code(), all, first.field(), first.allowed())
        .send(response);
  }

  /// Too much at once is 429, a store that can't be written 503; both may be sent again.
  public static void tryLater(Reply.TryLater later, ServerResponse response) {
    long seconds = Math.max(1, later.after().plusMillis(999).toSeconds());
    response.header(HeaderValues.create(HeaderNames.RETRY_AFTER, seconds));
    Status status =
        later.overloaded() ? Status.TOO_MANY_REQUESTS_429 : Status.SERVICE_UNAVAILABLE_503;
    Problem.of(status, "intake.later", "nothing was kept: " + later.why()).send(response);
  }
}
