package watchbill.restraint;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.alert.Suppression;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.ServiceId;

/// All that is declared of what holds alerts back.
///
/// @param dampingOfServices goes before that of integrations
public record Restraints(
    List<InhibitionRule> inhibitions,
    List<MaintenanceWindow> windows,
    Map<IntegrationId, Damping> dampingOfIntegrations,
    Map<ServiceId, Damping> dampingOfServices,
    Map<IntegrationId, WhenSilent> silent) {
  public static final Restraints NONE =
      new Restraints(List.of(), List.of(), Map.of(), Map.of(), Map.of());

  public Restraints {
    inhibitions = List.copyOf(inhibitions);
    windows = List.copyOf(windows);
    dampingOfIntegrations = Map.copyOf(dampingOfIntegrations);
    dampingOfServices = Map.copyOf(dampingOfServices);
    silent = Map.copyOf(silent);
  }

  public Damping damping(IntegrationId integration, ServiceId service) {
    Damping ofIntegration = dampingOfIntegrations.getOrDefault(integration, Damping.DEFAULT);
    return dampingOfServices.getOrDefault(service, ofIntegration);
  }

  /// How long openings must be known for any damping that is declared; zero when none ever dampens.
  public Duration longestWithin() {
    return Stream.of(
            Stream.of(Damping.DEFAULT),
            dampingOfIntegrations.values().stream(),
            dampingOfServices.values().stream())
        .flatMap(dampings -> dampings)
        .filter(damping -> damping.times() > 0)
        .map(Damping::within)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  public WhenSilent whenSilent(IntegrationId integration) {
    return silent.getOrDefault(integration, WhenSilent.DEFAULT);
  }

  /// The work on a service that lasts longest, if there is any at `now`.
  public Optional<Suppression.InMaintenance> maintenance(ServiceId service, Instant now) {
    return windows.stream()
        .filter(window -> window.services().contains(service))
        .flatMap(window ->
            window.when().covering(now).stream()
                .map(span -> new Suppression.InMaintenance(window.name(), span.until())))
        .max(Comparator.comparing(Suppression.InMaintenance::until));
  }
}
