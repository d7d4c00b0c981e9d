package watchbill.server.several;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What every node is configured with: many services, so that each alert is a page of its own.
final class House {
  static final int SERVICES = 24;

  private static final String POLICY =
      "  %1$s: { steps: [ { notify: [ of-%1$s ], wait: 5m } ], fallback: [ ben ] }%n";

  private House() {}

  static String keyOf(String service) {
    return (service + "-").repeat(8);
  }

  static String service(int number) {
    return "service%02d".formatted(number);
  }

  /// Each service has somebody of its own, whose messages all come to Ana's phone: one person would
  /// be told of many pages in few messages. Nobody else is told for five minutes.
  static Path write(Path folder, String phones) throws IOException {
    var text =
        new StringBuilder(
            """
            people:
              ana: { name: Ana, push: ana, notify: { now: [ push 0m ] } }
              ben: { name: Ben, push: ben, notify: { now: [ push 0m ] } }
            %steams: { payments: { people: [ ana, ben ] } }
            policies:
              quick:
                steps: [ { notify: [ ana ], wait: 10s }, { notify: [ ben ], wait: 5m } ]
                fallback: [ ben ]
            %schannels: { push: { ntfy: "%s" } }
            services:
              quick: { team: payments, policy: quick }
            """
                .formatted(
                    forEach("  of-%1$s: { name: Ana, push: ana, notify: { now: [ push 0m ] } }%n"),
                    forEach(POLICY),
                    phones));
    text.append(forEach("  %1$s: { team: payments, policy: %1$s }%n"));
    text.append("integrations:\n");
    text.append(integration("quick"));
    for (int i = 0; i < SERVICES; i++) {
      text.append(integration(service(i)));
    }
    return Files.writeString(folder.resolve("watchbill.yaml"), text);
  }

  private static String forEach(String line) {
    return IntStream.range(0, SERVICES)
        .mapToObj(i -> line.formatted(service(i)))
        .collect(Collectors.joining());
  }

  private static String integration(String service) {
    return "  %s: { kind: pagerduty, key: %s, service: %s }%n"
        .formatted(service, keyOf(service), service);
  }
}
