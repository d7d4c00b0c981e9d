package watchbill.heartbeat;

import java.util.Locale;
import java.util.Optional;

/// One sign of life, as its sender gave it.
///
/// @param exitCode of the job, when the ping said it: 0 to 255
/// @param run names the run, so that runs side by side are told apart; may be empty
/// @param body what came along, of which the last [#BODY_MAX] characters are kept; may be empty
/// @param via how it came: `GET`, `POST`, `opsgenie`
public record Ping(Kind kind, Optional<Integer> exitCode, String run, String body, String via) {
  /// How much of a body is kept. Healthchecks keeps 100,000 bytes.
  public static final int BODY_MAX = 10_000;

  public static final int RUN_MAX = 64;
  public static final int EXIT_CODE_MAX = 255;

  /// What it says.
  public enum Kind {
    /// It ran, and all is well.
    SUCCESS,
    /// It has begun; the end is to follow within the grace.
    START,
    /// It ran, and all is not well.
    FAIL,
    /// Words for whoever reads the history; nothing follows from them.
    LOG;

    /// As stored and shown: `success`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Kind ofWord(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  public Ping {
    if (body.length() > BODY_MAX) {
      // The end, not the beginning: a job says last why it stopped.
      int from = body.length() - BODY_MAX;
      body = body.substring(Character.isLowSurrogate(body.charAt(from)) ? from + 1 : from);
    }
  }

  /// A good one, and nothing more.
  public static Ping success(String via) {
    return new Ping(Kind.SUCCESS, Optional.empty(), "", "", via);
  }

  /// The end of a job with this exit code: all but 0 is a failure.
  public static Ping ended(int exitCode, String run, String body, String via) {
    Kind kind = exitCode == 0 ? Kind.SUCCESS : Kind.FAIL;
    return new Ping(kind, Optional.of(exitCode), run, body, via);
  }
}
