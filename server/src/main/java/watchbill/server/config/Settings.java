package watchbill.server.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.catalog.IntegrationId;
import watchbill.engine.Configuration;
import watchbill.escalation.EscalationPolicy;
import watchbill.heartbeat.HeartbeatPlan;
import watchbill.server.config.alertmanager.AlertmanagerFile;

/// All that files can say.
///
/// @param configuration for the engine
/// @param alertmanagers what each `alertmanager.yml` says that an integration brings along
/// @param backup when copies of the store are made; empty when none are
/// @param policies those in `configuration`, in the order of their handles
public record Settings(
    Configuration configuration,
    List<EscalationPolicy> policies,
    ChannelSettings channels,
    ServerSettings server,
    CalendarSettings calendars,
    List<HeartbeatPlan> heartbeats,
    IntegrationSettings integrations,
    Map<IntegrationId, AlertmanagerFile> alertmanagers,
    LineSettings lines,
    Optional<BackupSettings> backup) {
  public Settings {
    policies = List.copyOf(policies);
    heartbeats = List.copyOf(heartbeats);
    alertmanagers = Map.copyOf(alertmanagers);
  }
}
