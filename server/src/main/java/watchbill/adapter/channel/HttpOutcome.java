package watchbill.adapter.channel;

import watchbill.adapter.egress.Answer;
import watchbill.notification.Outcome;

/// What an answer over HTTP means for a message.
public final class HttpOutcome {
  private static final int SHOWN_MAX = 200;

  private HttpOutcome() {}

  /// The outcome, with nothing in it but words.
  ///
  /// @param reference the provider's id for the message, read from the body of a success
  public static Outcome of(Answer answer, String reference) {
    return switch (answer) {
      case Answer.Forbidden(var why) -> new Outcome.Refused(why);
      case Answer.NotSent(var why) -> new Outcome.Unavailable(why);
      case Answer.Silence(var why) -> new Outcome.NoAnswer(why);
      case Answer.Answered(var status, _) when status >= 200 && status < 300 ->
          new Outcome.Accepted(reference, false);
      case Answer.Answered(var status, var body) -> ofFailure(status, said(status, body));
    };
  }

  private static Outcome ofFailure(int status, String said) {
    return switch (status) {
      // A gateway that waited in vain does not know whether the machine behind it has the message.
      case 504 -> new Outcome.NoAnswer(said);
      case 408, 425, 429 -> new Outcome.Unavailable(said);
      default ->
          status >= 500
              ? new Outcome.Unavailable(said)
              : new Outcome.Refused(status < 400 ? said + "; redirects are not followed" : said);
    };
  }

  private static String said(int status, String body) {
    String words = Wording.oneLine(body, SHOWN_MAX);
    return words.isEmpty() ? "answered " + status : "answered " + status + ": " + words;
  }
}
