package watchbill.catalog;

import java.util.Locale;

/// Which protocol an integration's clients speak.
public enum IntegrationKind {
  /// Alertmanager API v2, as Prometheus speaks it, and Alertmanager's own webhooks.
  ALERTMANAGER,
  /// PagerDuty Events API, v2 and v1.
  PAGERDUTY,
  /// Opsgenie's alerts and heartbeats.
  OPSGENIE,
  /// Grafana's alerting webhook.
  GRAFANA,
  /// AWS SNS, with CloudWatch alarms.
  SNS,
  /// CloudEvents, binary and structured.
  CLOUDEVENTS,
  /// Any JSON, by a mapping.
  JSON,
  /// Sentry's webhooks.
  SENTRY,
  /// GitHub's deployments and workflow runs.
  GITHUB,
  /// GitLab's deployments and pipelines.
  GITLAB,
  /// Uptime Kuma's webhook.
  UPTIME_KUMA,
  /// Zabbix's webhook.
  ZABBIX,
  /// Icinga and Nagios, by the script that comes along.
  ICINGA,
  /// Mail to an address of its own.
  EMAIL,
  /// Syslog lines.
  SYSLOG,
  /// OpenTelemetry logs over HTTP.
  OTLP,
  /// Pings that say that a job runs.
  HEARTBEAT,
  /// Pages raised by people and by Watchbill about itself.
  MANUAL;

  /// Whether what was first said of an alert stands, and a duplicate only counts. Such senders have
  /// calls of their own to change the words.
  public boolean firstWordsStand() {
    return this == OPSGENIE;
  }

  /// As written in the configuration and in addresses: `alertmanager`, `uptime-kuma`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
