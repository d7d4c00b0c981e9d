package watchbill.server.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The sample team's configuration, as a file like any other.
final class SampleTeam {
  /// The key of the sample Prometheus.
  static final String KEY = "demo-prometheus-key";

  /// How long the sample policy waits for an answer: short, since somebody is watching.
  static final int WAIT_SECONDS = 10;

  private SampleTeam() {}

  /// Writes the configuration, with push carried by `channel`, as YAML writes it.
  static Path write(Path folder, String channel) throws IOException {
    return Files.writeString(
        folder.resolve("watchbill.yaml"),
        """
        people:
          ana: { name: Ana, push: ana, zone: Europe/Madrid, notify: { now: [ push 0s ] } }
          ben: { name: Ben, push: ben, zone: Europe/Madrid, notify: { now: [ push 0s ] } }
          cho: { name: Cho, push: cho, zone: Europe/Madrid, notify: { now: [ push 0s ] } }
          dev: { name: Dev, push: dev, zone: Europe/Madrid, notify: { now: [ push 0s ] } }
        teams: { payments: { people: [ ana, ben, cho, dev ], manager: dev } }
        rotas:
          payments:
            zone: Europe/Madrid
            rotations:
              - every: 1 week
                handoff: Mon 09:00
                from: 2026-01-05
                people: [ ana, ben, cho, dev ]
            lieutenant: next
        policies:
          payments:
            steps:
              - { notify: [ rota payments primary ], wait: %1$ds }
              - { notify: [ rota payments lieutenant ], wait: %1$ds }
              - { notify: [ team payments ], wait: %1$ds }
            fallback: [ dev ]
        services: { checkout: { team: payments, policy: payments, tier: 1 } }
        integrations:
          prometheus: { kind: alertmanager, key: %2$s, service: checkout }
        channels: { push: %3$s }
        """
            .formatted(WAIT_SECONDS, KEY, channel));
  }
}
