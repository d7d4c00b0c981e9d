package watchbill.adapter.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import watchbill.engine.Reply;
import watchbill.time.TimeWords;

/// What a page says when it can't do what was asked.
public final class Refusals {
  private Refusals() {}

  /// One thing said, why, and what to do next.
  ///
  /// @param why may be empty
  public record Notice(Frame frame, String headline, String why, String whatNext) {
    /// Its template.
    public static final String TEMPLATE = "notice";
  }

  /// The form did not come from our page, or from one of an earlier session.
  public static void foreign(ServerResponse response, Visit visit) {
    send(
        response,
        Status.FORBIDDEN_403,
        new Notice(
            visit.frame("Not done"),
            "Nothing was changed",
            "The form did not come from a page of this session.",
            "Open the page again and press the button there."));
  }

  /// Nothing was kept; the same may be tried again.
  public static void later(ServerResponse response, Visit visit, Reply.TryLater later) {
    response.header(HeaderNames.RETRY_AFTER, Long.toString(Math.max(1, later.after().toSeconds())));
    send(
        response,
        Status.SERVICE_UNAVAILABLE_503,
        new Notice(
            visit.frame("Not saved"),
            "Nothing was saved",
            later.why(),
            "Try again in " + TimeWords.of(later.after()) + "."));
  }

  public static void refused(ServerResponse response, Visit visit, Reply.Refused refused) {
    send(
        response,
        Html.UNPROCESSABLE,
        new Notice(
            visit.frame("Not done"),
            "Nothing was changed",
            refused.refusal().inWords(),
            "Go back and choose something else."));
  }

  /// There is no such thing.
  public static void missing(ServerResponse response, Visit visit, String headline, String next) {
    send(response, Status.NOT_FOUND_404, new Notice(visit.frame("Not here"), headline, "", next));
  }

  private static void send(ServerResponse response, Status status, Notice notice) {
    Html.send(response, status, Notice.TEMPLATE, notice);
  }
}
