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
  /// Says no more than that: whoever guesses keys learns nothing from it.
  static final Refusal UNKNOWN_KEY =
      new Refusal(
          "event.routing-key",
          "routing_key",
          "the key that was sent",
          "the key of an integration of kind pagerduty");

  private static final byte[] ACCEPTED =
      utf8("{\"status\":\"success\",\"message\":\"Event processed\",\"dedup_key\":\"");
  private static final byte[] END = utf8("\"}");

  private Answers() {}

  /// 202, and nothing else, is what every client takes for success.
  static void accepted(String key, ServerResponse response) {
    byte[] quoted = JsonStringEncoder.getInstance().quoteAsUTF8(key);
    byte[] body = new byte[ACCEPTED.length + quoted.length + END.length];
    System.arraycopy(ACCEPTED, 0, body, 0, ACCEPTED.length);
    System.arraycopy(quoted, 0, body, ACCEPTED.length, quoted.length);
    System.arraycopy(END, 0, body, ACCEPTED.length + quoted.length, END.length);
    response.status(Status.ACCEPTED_202).header(HeaderValues.CONTENT_TYPE_JSON).send(body);
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

  /// Too much at once is 429, a store that can't be written 503; both may be sent again.
  static void tryLater(Reply.TryLater later, ServerResponse response) {
    Status status =
        later.overloaded() ? Status.TOO_MANY_REQUESTS_429 : Status.SERVICE_UNAVAILABLE_503;
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
    response.status(status).header(HeaderValues.CONTENT_TYPE_JSON).send(utf8(body));
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
