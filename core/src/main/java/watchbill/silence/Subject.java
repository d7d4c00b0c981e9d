package watchbill.silence;

import java.util.Map;
import watchbill.alert.Alert;
import watchbill.alert.Condition;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.ServiceId;

/// What matchers see of an alert: its labels with those that rules added, and what Watchbill knows
/// of it, under names that senders do not use.
public record Subject(IntegrationId integration, ServiceId service, Condition condition) {
  private static final String OURS = "watchbill_";

  /// The names that are ours, in the order they are told to people.
  public static final String NAMES =
      "watchbill_service, watchbill_integration, watchbill_severity, watchbill_source,"
          + " watchbill_summary";

  public static Subject of(Alert alert) {
    return new Subject(alert.integration(), alert.service(), alert.shown());
  }

  /// The value of a label; a missing one is empty.
  public String label(String name) {
    Map<String, String> labels = condition.labels();
    if (!name.startsWith(OURS) || labels.containsKey(name)) {
      return labels.getOrDefault(name, "");
    }
    return switch (name) {
      case OURS + "service" -> service.handle();
      case OURS + "integration" -> integration.handle();
      case OURS + "severity" -> condition.severity().word();
      case OURS + "source" -> condition.source();
      case OURS + "summary" -> condition.summary();
      default -> "";
    };
  }
}
