package watchbill.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.adapter.store.postgres.PostgresAddress;
import watchbill.kernel.Secret;
import watchbill.server.child.ChildNode;
import watchbill.server.child.TemporaryFolder;

/// A folder for one benchmark's nodes, gone when it is over.
public final class BenchFolder implements AutoCloseable {
  static final String EVENTS_KEY = "bench0000000000000000000000000key";
  static final String PROMETHEUS_KEY = "bench-prometheus-key";

  /// Of another team's service, whose pages go to Ben.
  static final String OTHER_KEY = "bench0000000000000000000000other";

  private final TemporaryFolder folder;

  private final Path configuration;
  private int nodes;

  /// Makes the folder; its node tells people through the SMTP server at this port of loopback.
  public BenchFolder(int smtpPort) throws IOException {
    folder = TemporaryFolder.make("watchbill-bench");
    configuration = folder.path().resolve("watchbill.yaml");
    Files.writeString(
        configuration,
        """
        people:
          ana: { name: Ana, email: ana@example.org, notify: { now: [ email 0m ] } }
          ben: { name: Ben, email: ben@example.org, notify: { now: [ email 0m ] } }
        teams:
          payments: { people: [ ana ], manager: ana }
          ledgers: { people: [ ben ], manager: ben }
        rotas:
          payments:
            zone: Europe/Madrid
            rotations:
              - { every: 1 week, handoff: Mon 09:00, from: 2026-01-05, people: [ ana ] }
        policies:
          payments:
            steps: [ { notify: [ rota payments primary ], wait: 60m } ]
            fallback: [ ana ]
          ledgers: { steps: [ { notify: [ ben ], wait: 60m } ], fallback: [ ben ] }
        services:
          checkout: { team: payments, policy: payments }
          ledger: { team: ledgers, policy: ledgers }
        integrations:
          prometheus: { kind: alertmanager, key: bench-prometheus-key, service: checkout }
          events: { kind: pagerduty, key: bench0000000000000000000000000key, service: checkout }
          other: { kind: pagerduty, key: bench0000000000000000000000other, service: ledger }
        channels: { email: { smtp: "smtp://127.0.0.1:%d" } }
        """
            .formatted(smtpPort));
  }

  /// A folder for the program that stands beside us.
  Path peer() throws IOException {
    return Files.createDirectories(folder.path().resolve("beside"));
  }

  /// The plan of one more node, with a store of its own.
  ChildNode.Plan plan(List<String> jvmOptions) throws IOException {
    nodes++;
    Path data = Files.createDirectories(folder.path().resolve("node" + nodes).resolve("data"));
    return new ChildNode.Plan(configuration, data, ChildNode.freePort(), jvmOptions);
  }

  /// The same, with its store in a database.
  ChildNode.Plan plan(List<String> jvmOptions, Optional<PostgresAddress> database)
      throws IOException {
    ChildNode.Plan plan = plan(jvmOptions);
    Map<String, Secret> environment = new HashMap<>();
    database.ifPresent(d -> environment.put("WATCHBILL_STORE", d.written()));
    return new ChildNode.Plan(
        plan.configuration(), plan.data(), plan.port(), plan.jvmOptions(), environment);
  }

  @Override
  public void close() {
    folder.close();
  }
}
