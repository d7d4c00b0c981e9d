package watchbill.adapter.ingest.pagerduty;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.io.JsonStringEncoder;
import watchbill.engine.Reply;
import watchbill.kernel.Refusal;

/// What the sender is told, in the form its library expects.
final class Answers {
  private static final String PROCESSED = "{\"status\":\"success\",\"message\":\"Event processed\"";
  private static final byte[] ACCEPTED = utf8(PROCESSED + ",\"dedup_key\":\"");
  private static final byte[] OLD_ACCEPTED = utf8(PROCESSED + ",\"incident_key\":\"");
  private static final byte[] CHANGE_ACCEPTED =
      utf8("{\"status\":\"success\",\"message\":\"Change event processed\"}");
  private static final byte[] END = utf8("\"}");

  private Answers() {}

  /// Says no more than that: whoever guesses keys learns nothing from it.
  static Refusal unknownKey(Address address) {
    return new Refusal(
        "event.routing-key",
        address == Address.OLD_EVENTS ? "service_key" : "routing_key",
        "the key that was sent",
        "the key of an integration of kind pagerduty");
  }

  /// 202, and nothing else, is what every client takes for success; of the first version it is 200.
  ///
  /// @param key the alert's; a change has none
  static void accepted(Address address, String key, ServerResponse response) {
    switch (address) {
      case EVENTS -> send(Status.ACCEPTED_202, withKey(ACCEPTED, key), response);
      case CHANGES -> send(Status.ACCEPTED_202, CHANGE_ACCEPTED, response);
      case OLD_EVENTS -> send(Status.OK_200, withKey(OLD_ACCEPTED, key), response);
    }
  }

  private static byte[] withKey(byte[] start, String key) {
    byte[] quoted = JsonStringEncoder.getInstance().quoteAsUTF8(key);
    byte[] body = new byte[start.length + quoted.length + END.length];
    System.arraycopy(start, 0, body, 0, start.length);
    System.arraycopy(quoted, 0, body, start.length, quoted.length);
    System.arraycopy(END, 0, body, start.length + quoted.length, END.length);
    return body;
  }

  static void refused(List<Refusal> refusals, ServerResponse response) {
    String errors =
        refusals.stream().map(r -> quoted(r.inWords())).collect(Collectors.joining(",", "[", "]"));
    String count = refusals.size() == 1 ? "1 field is" : refusals.size() + " fields are";
    send(
        Status.BAD_REQUEST_400,
        "invalid event",
        "The event was not taken: " + count + " wrong",
        ",\"errors\":" + errors,
        response);
  }

  /// Too much at once is 429, in the first version 403; a store that can't be written is 503. All
  /// may be sent again.
  static void tryLater(Address address, Reply.TryLater later, ServerResponse response) {
    Status tooMuch =
        address == Address.OLD_EVENTS ? Status.FORBIDDEN_403 : Status.TOO_MANY_REQUESTS_429;
    Status status = later.overloaded() ? tooMuch : Status.SERVICE_UNAVAILABLE_503;
    response.header(retryAfter(later.after()));
    send(
        status,
        later.overloaded() ? "throttle exceeded" : "unavailable",
        "The event was not kept: " + later.why(),
        "",
        response);
  }

  private static void send(
      Status status, String word, String message, String more, ServerResponse response) {
    String body = "{\"status\":" + quoted(word) + ",\"message\":" + quoted(message) + more + "}";
    send(status, utf8(body), response);
  }

  private static void send(Status status, byte[] body, ServerResponse response) {
    response.status(status).header(HeaderValues.CONTENT_TYPE_JSON).send(body);
  }

  private static Header retryAfter(Duration after) {
    long seconds = Math.max(1, after.plusMillis(999).toSeconds());
    return HeaderValues.create(HeaderNames.RETRY_AFTER, seconds);
  }

  private static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
