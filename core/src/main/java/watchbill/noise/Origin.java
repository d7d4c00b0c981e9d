package watchbill.noise;

import java.util.List;
import watchbill.catalog.IntegrationId;

/// What raised a page: the first of its alerts.
///
/// @param rule the name of the rule at the sender's side that fired, as the label `alertname` gives
///   it; empty when the sender gives none
/// @param routing our own rules that decided where it went; empty when none did
public record Origin(IntegrationId integration, String rule, List<String> routing) {
  public static final String LABEL = "alertname";

  public Origin {
    routing = List.copyOf(routing);
  }

  /// `HighLatency, from prometheus`.
  public String inWords() {
    return rule.isEmpty() ? "from " + integration : rule + ", from " + integration;
  }
}
