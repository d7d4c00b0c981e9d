package watchbill.catalog;

import java.util.Locale;

/// Which protocol an integration's clients speak.
public enum IntegrationKind {
  /// Alertmanager API v2, as Prometheus speaks it.
  ALERTMANAGER,
  /// PagerDuty Events API v2.
  PAGERDUTY,
  /// Pages raised by people and by Watchbill about itself.
  MANUAL;

  /// As written in the configuration: `alertmanager`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
