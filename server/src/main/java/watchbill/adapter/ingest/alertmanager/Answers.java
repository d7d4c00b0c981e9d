package watchbill.adapter.ingest.alertmanager;

import static io.helidon.http.HeaderValues.CONNECTION_CLOSE;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import tools.jackson.core.io.JsonStringEncoder;
import watchbill.engine.Reply;
import watchbill.kernel.Refusal;

/// What the sender is told. An error is a JSON text: that is what the protocol's clients can print;
/// of anything else they say that they know no such type.
final class Answers {
  private static final Header HOW_TO_SIGN_IN =
      HeaderValues.createCached(
          HeaderNames.WWW_AUTHENTICATE, "Bearer realm=\"watchbill\", Basic realm=\"watchbill\"");

  private static final String UNKNOWN_KEY =
      "key: it is missing or not known; use the key of an integration of kind alertmanager, as"
          + " bearer token, as password, or in the address: /am/{key}/api/v2/alerts";

  private static final String NOT_JSON =
      "Content-Type: the body is not said to be JSON in UTF-8; use application/json";

  private static final byte[] EMPTY = {};

  private Answers() {}

  static void json(byte[] body, ServerResponse response) {
    response.header(HeaderValues.CONTENT_TYPE_JSON).send(body);
  }

  /// 200 and nothing more when all were good; else what was wrong with the others.
  static void taken(BatchReader.Read.Batch batch, ServerResponse response) {
    if (batch.wrongCount() == 0) {
      response.status(Status.OK_200).send(EMPTY);
      return;
    }
    int all = batch.wrongCount() + batch.reports().size();
    String errors = batch.wrong().stream().map(Refusal::inWords).collect(Collectors.joining("; "));
    refused(errors + " (" + batch.reports().size() + " of " + all + " alerts were kept)", response);
  }

  /// The same for a missing key, a wrong one, and one of another kind.
  static void unknownKey(ServerResponse response) {
    response.header(HOW_TO_SIGN_IN).header(CONNECTION_CLOSE);
    send(Status.UNAUTHORIZED_401, UNKNOWN_KEY, response);
  }

  static void notJson(ServerResponse response) {
    response.header(CONNECTION_CLOSE);
    send(Status.UNSUPPORTED_MEDIA_TYPE_415, NOT_JSON, response);
  }

  static void refused(String why, ServerResponse response) {
    send(Status.BAD_REQUEST_400, why, response);
  }

  static void missing(String why, ServerResponse response) {
    send(Status.NOT_FOUND_404, why, response);
  }

  static void tryLater(Reply.TryLater later, ServerResponse response) {
    long seconds = Math.max(1, later.after().plusMillis(999).toSeconds());
    response.header(HeaderValues.create(HeaderNames.RETRY_AFTER, seconds));
    Status status =
        later.overloaded() ? Status.TOO_MANY_REQUESTS_429 : Status.SERVICE_UNAVAILABLE_503;
    send(status, "nothing was kept: " + later.why(), response);
  }

  private static void send(Status status, String words, ServerResponse response) {
    String quoted = '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(words)) + '"';
    response.status(status);
    json(quoted.getBytes(StandardCharsets.UTF_8), response);
  }
}
