package watchbill.restraint;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import watchbill.catalog.PersonId;
import watchbill.catalog.ServiceId;
import watchbill.time.Span;

/// While services are worked on, no page opens for them; what still fires afterwards pages then.
///
/// @param owner who answers for it
public record MaintenanceWindow(
    String name, Set<ServiceId> services, String reason, PersonId owner, When when) {
  public MaintenanceWindow {
    services = Set.copyOf(services);
  }

  /// When it is: once, or again and again by a rule that the server reads.
  @FunctionalInterface
  public interface When {
    /// The time of work that `at` falls into, if it does. Its end is not part of it.
    Optional<Span> covering(Instant at);

    static When once(Span span) {
      return at ->
          at.isBefore(span.from()) || !at.isBefore(span.until())
              ? Optional.empty()
              : Optional.of(span);
    }
  }
}
