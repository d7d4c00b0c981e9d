package watchbill.server.several;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What every node is configured with: many services, so that each alert is a page of its own.
final class House {
  static final int SERVICES = 24;

  private House() {}

  static String keyOf(String service) {
    return (service + "-").repeat(8);
  }

  static String service(int number) {
    return "service%02d".formatted(number);
  }

  /// Ana is pushed a message for each page, and nobody else for five minutes.
  static Path write(Path folder, String phones) throws IOException {
    var text =
        new StringBuilder(
            """
            people:
              ana: { name: Ana, push: ana, notify: { now: [ push 0m ] } }
              ben: { name: Ben, push: ben, notify: { now: [ push 0m ] } }
            teams: { payments: { people: [ ana, ben ] } }
            policies:
              payments: { steps: [ { notify: [ ana ], wait: 5m } ], fallback: [ ben ] }
              quick:
                steps: [ { notify: [ ana ], wait: 10s }, { notify: [ ben ], wait: 5m } ]
                fallback: [ ben ]
            channels: { push: { ntfy: "%s" } }
            services:
              quick: { team: payments, policy: quick }
            """
                .formatted(phones));
    for (int i = 0; i < SERVICES; i++) {
      text.append("  %s: { team: payments, policy: payments }\n".formatted(service(i)));
    }
    text.append("integrations:\n");
    text.append(integration("quick"));
    for (int i = 0; i < SERVICES; i++) {
      text.append(integration(service(i)));
    }
    return Files.writeString(folder.resolve("watchbill.yaml"), text);
  }

  private static String integration(String service) {
    return "  %s: { kind: pagerduty, key: %s, service: %s }%n"
        .formatted(service, keyOf(service), service);
  }
}
