package watchbill.adapter.channel.email;

import java.util.List;
import java.util.Optional;
import watchbill.adapter.channel.Wording;
import watchbill.notification.Outcome;

/// What the server said to one command, or that it said nothing.
///
/// @param command what it was said to, without secrets: `MAIL`
/// @param code 200 to 599, or [#LOST] when no reply came
/// @param lines the words of each line, or why there are none
record SmtpReply(String command, int code, List<String> lines) {
  static final int LOST = 0;
  private static final int CLOSING = 421;
  private static final int SHOWN_MAX = 200;

  /// Why this reply ends the matter, as long as the message was not handed over; empty when the
  /// server is content.
  ///
  /// @param wanted the first digit that lets us go on
  Optional<Outcome> objection(int wanted) {
    if (code / 100 == wanted) {
      return Optional.empty();
    }
    return Optional.of(
        code / 100 == 5 ? new Outcome.Refused(inWords()) : new Outcome.Unavailable(inWords()));
  }

  /// Whether nothing more can be said over this connection.
  boolean isLast() {
    return code == LOST || code == CLOSING;
  }

  String inWords() {
    String words = Wording.oneLine(String.join(" ", lines), SHOWN_MAX);
    return code == LOST
        ? "no reply to " + command + ": " + words
        : "said to %s: %d %s".formatted(command, code, words).strip();
  }
}
