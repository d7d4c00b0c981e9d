package watchbill.server.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import watchbill.adapter.egress.Answer;
import watchbill.adapter.egress.Egress;
import watchbill.adapter.egress.Reach;
import watchbill.adapter.egress.Request;

/// A team with 100,000 open alerts: half of them a storm on one page, half on a thousand pages of
/// fifty services: as many as a service may have before they count as a storm.
final class ManyAlerts {
  static final int ALERTS = 100_000;
  static final int PAGES = 1_000;

  /// Of the integration that brings them all.
  static final String KEY = "bench-many-alerts-key";

  private static final int SERVICES = 50;
  private static final int BATCH = 500;
  private static final int LEASE_HOURS = 12;

  private ManyAlerts() {}

  /// Writes the configuration; mail goes to the SMTP server at this port of loopback.
  static Path configuration(Path folder, int smtpPort) throws IOException {
    var yaml = new StringBuilder();
    yaml.append(
        """
        people: { ana: { name: Ana, email: ana@example.org, notify: { now: [ email 0m ] } } }
        teams: { payments: { people: [ ana ], manager: ana } }
        policies: { payments: { steps: [ { notify: [ ana ], wait: 60m } ], fallback: [ ana ] } }
        channels: { email: { smtp: "smtp://127.0.0.1:%d" } }
        integrations: { many: { kind: alertmanager, key: %s, service: service-0 } }
        services:
        """
            .formatted(smtpPort, KEY));
    for (int i = 0; i <= SERVICES; i++) {
      yaml.append("  service-%d: { team: payments, policy: payments }%n".formatted(i));
    }
    yaml.append("routing:\n  rules:\n");
    yaml.append("    - { name: storm, when: 'labels.app == \"storm\"', service: service-0 }\n");
    for (int i = 1; i <= SERVICES; i++) {
      yaml.append(
          """
              - name: rule-%1$d
                when: labels.app == "app-%1$d"
                service: service-%1$d
                group-by: [ alertname ]
          """
              .formatted(i));
    }
    Path file = folder.resolve("many-alerts.yaml");
    Files.writeString(file, yaml);
    return file;
  }

  /// Sends them all, and returns when the last is on disk.
  static void send(Egress egress, int port) throws IOException {
    URI url = URI.create("http://127.0.0.1:" + port + "/api/v2/alerts");
    Map<String, String> headers =
        Map.of("Content-Type", "application/json", "Authorization", "Bearer " + KEY);
    String until = Instant.now().plus(LEASE_HOURS, ChronoUnit.HOURS).toString();
    for (int from = 0; from < ALERTS; from += BATCH) {
      List<String> alerts = new ArrayList<>();
      for (int i = from; i < from + BATCH; i++) {
        alerts.add(alert(i, until));
      }
      String body = "[" + String.join(",", alerts) + "]";
      Answer answer = egress.send(new Request("POST", url, Reach.AS_CONFIGURED, headers, body));
      if (!(answer instanceof Answer.Answered(var status, _)) || status != 200) {
        throw new IOException("the node did not take it: " + answer);
      }
    }
  }

  private static String alert(int number, String until) {
    boolean storm = number < ALERTS / 2;
    int page = number % PAGES;
    String app = storm ? "storm" : "app-" + (1 + page / 2 % SERVICES);
    String name = storm ? "Storm" : "Alert" + page;
    return """
    {"labels":{"alertname":"%s","app":"%s","instance":"db-%d:9100","job":"node",\
    "severity":"%s","cluster":"eu-1"},"annotations":{"summary":"Disk 95%% full on db-%d:9100",\
    "runbook_url":"https://runbooks.example.org/disk"},"endsAt":"%s"}\
    """
        .formatted(name, app, number, page % 2 == 0 ? "critical" : "warning", number, until);
  }
}
