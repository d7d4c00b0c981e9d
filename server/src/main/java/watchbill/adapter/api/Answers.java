package watchbill.adapter.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import tools.jackson.databind.json.JsonMapper;
import watchbill.adapter.http.Problem;
import watchbill.engine.Reply;
import watchbill.kernel.Refusal;

/// How a call is answered.
final class Answers {
  /// The request was understood, and what it asks can't be done.
  private static final Status UNPROCESSABLE = Status.create(422, "Unprocessable Content");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .build();

  private Answers() {}

  static void json(ServerResponse response, Status status, Object value) {
    response.status(status);
    response.header(HeaderNames.CONTENT_TYPE, "application/json");
    response.send(JSON.writeValueAsBytes(value));
  }

  /// The field can't be read.
  static void wrong(ServerResponse response, Refusal refusal) {
    Problem.of(Status.BAD_REQUEST_400, refusal).send(response);
  }

  /// The engine refused. What is named in the address is missing; what is named in the body is not
  /// acceptable.
  static void refused(ServerResponse response, Refusal refusal, String fieldOfAddress) {
    boolean missing = refusal.field().equals(fieldOfAddress) && refusal.code().endsWith(".unknown");
    Problem.of(missing ? Status.NOT_FOUND_404 : UNPROCESSABLE, refusal).send(response);
  }

  static void later(ServerResponse response, Reply.TryLater later) {
    response.header(HeaderNames.RETRY_AFTER, Long.toString(Math.max(1, later.after().toSeconds())));
    Status status =
        later.overloaded() ? Status.TOO_MANY_REQUESTS_429 : Status.SERVICE_UNAVAILABLE_503;
    Problem.of(status, later.overloaded() ? "overloaded" : "store.unwritable", later.why())
        .send(response);
  }

  static void forbidden(ServerResponse response, String code, String detail) {
    Problem.of(Status.FORBIDDEN_403, code, detail).send(response);
  }
}
