package watchbill.server.killed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A configuration with people, a policy and a service of their own for each round, so that what
/// one round left behind changes nothing in the next.
///
/// @param people lines of the configuration; `#` stands for the round
/// @param policy of each round
record Household(String people, String policy) {
  /// One page for one person, and nobody else for five minutes.
  static final Household OF_ONE =
      new Household(
          person("ana", "0m") + person("ben", "0m"),
          "{ steps: [ { notify: [ ana# ], wait: 5m } ], fallback: [ ben# ] }");

  static String person(String name, String delay) {
    return "  %s#: { name: %s#, push: %s#, notify: { now: [ push %s ] } }%n"
        .formatted(name, name, name, delay);
  }

  static String of(int round) {
    return "%03d".formatted(round);
  }

  /// By which the sender of a round is known.
  static String keyOf(int round) {
    return ("key" + of(round) + "-").repeat(6);
  }

  Path write(Path file, String phones, int rounds) throws IOException {
    var text = new StringBuilder("channels: { push: { ntfy: \"%s\" } }%n".formatted(phones));
    text.append("people:\n").append(forEach(rounds, people));
    String first = people.strip();
    text.append("teams: { payments: { people: [ ")
        .append(first, 0, first.indexOf(':'))
        .append(" ] } }\n");
    text.append("policies:\n").append(forEach(rounds, "  policy#: " + policy + "\n"));
    text.append("services:\n")
        .append(forEach(rounds, "  service#: { team: payments, policy: policy# }\n"));
    text.append("integrations:\n");
    for (int i = 0; i < rounds; i++) {
      text.append(
          "  sender%s: { kind: pagerduty, key: %s, service: service%s }%n"
              .formatted(of(i), keyOf(i), of(i)));
    }
    return Files.writeString(file, text.toString().replace("#", of(0)));
  }

  private static String forEach(int rounds, String lines) {
    var text = new StringBuilder();
    for (int i = 0; i < rounds; i++) {
      text.append(lines.replace("#", of(i)));
    }
    return text.toString();
  }
}
