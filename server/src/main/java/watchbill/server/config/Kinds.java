package watchbill.server.config;

import java.util.List;
import java.util.Optional;
import watchbill.catalog.IntegrationKind;

/// The kinds of integration a file can declare.
final class Kinds {
  private static final List<IntegrationKind> DECLARED =
      List.of(
          IntegrationKind.ALERTMANAGER,
          IntegrationKind.PAGERDUTY,
          IntegrationKind.OPSGENIE,
          IntegrationKind.GRAFANA,
          IntegrationKind.SNS,
          IntegrationKind.CLOUDEVENTS,
          IntegrationKind.JSON,
          IntegrationKind.GITHUB,
          IntegrationKind.GITLAB,
          IntegrationKind.SENTRY,
          IntegrationKind.UPTIME_KUMA,
          IntegrationKind.ZABBIX,
          IntegrationKind.ICINGA,
          IntegrationKind.HEARTBEAT,
          IntegrationKind.EMAIL,
          IntegrationKind.SYSLOG,
          IntegrationKind.OTLP);

  static final List<String> WORDS = DECLARED.stream().map(IntegrationKind::word).toList();

  /// `alertmanager, pagerduty or icinga`.
  static final String ALLOWED =
      String.join(", ", WORDS.subList(0, WORDS.size() - 1)) + " or " + WORDS.getLast();

  private Kinds() {}

  static Optional<IntegrationKind> of(String word) {
    return DECLARED.stream().filter(kind -> kind.word().equals(word)).findFirst();
  }
}
