package watchbill.server.config;

import java.util.List;
import watchbill.engine.Configuration;
import watchbill.escalation.EscalationPolicy;

/// All that files can say.
///
/// @param configuration for the engine
/// @param policies those in `configuration`, in the order of their handles
public record Settings(
    Configuration configuration,
    List<EscalationPolicy> policies,
    ChannelSettings channels,
    ServerSettings server,
    CalendarSettings calendars) {
  public Settings {
    policies = List.copyOf(policies);
  }
}
