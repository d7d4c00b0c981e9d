package watchbill.adapter.ingest.heartbeat;

import java.util.Optional;
import java.util.regex.Pattern;
import watchbill.heartbeat.Ping;

/// The last word of a ping's address.
final class Signals {
  private static final Pattern CODE = Pattern.compile("[0-9]{1,3}");

  private Signals() {}

  /// The ping; empty when the word is none that is known.
  static Optional<Ping> read(String word, String run, String body, String via) {
    return switch (word) {
      case "" -> of(Ping.Kind.SUCCESS, run, body, via);
      case "start" -> of(Ping.Kind.START, run, body, via);
      case "fail" -> of(Ping.Kind.FAIL, run, body, via);
      case "log" -> of(Ping.Kind.LOG, run, body, via);
      default ->
          Optional.of(word)
              .filter(code -> CODE.matcher(code).matches())
              .map(Integer::valueOf)
              .filter(code -> code <= Ping.EXIT_CODE_MAX)
              .map(code -> Ping.ended(code, run, body, via));
    };
  }

  private static Optional<Ping> of(Ping.Kind kind, String run, String body, String via) {
    return Optional.of(new Ping(kind, Optional.empty(), run, body, via));
  }
}
