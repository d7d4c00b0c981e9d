package watchbill.route;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import watchbill.alert.Condition;
import watchbill.catalog.ServiceId;
import watchbill.catalog.TeamId;

/// What rules may ask about: what was reported, by whom, about what, and when.
///
/// @param integration its handle
/// @param kind of the integration, as written in the configuration
/// @param key by which the sender tells its alerts apart
/// @param labels those of the sender, and those that rules added
public record Facts(
    String integration,
    String kind,
    String key,
    Condition condition,
    Map<String, String> labels,
    Place place) {

  /// Where an alert goes, and what time it is there.
  ///
  /// @param tier 1 is the most important
  /// @param local on the wall of the team
  /// @param working whether its hours are open
  public record Place(
      ServiceId service, TeamId team, int tier, LocalDateTime local, boolean working) {}

  /// The same for another service.
  Facts at(Place other) {
    return new Facts(integration, kind, key, condition, labels, other);
  }

  /// The same with more labels; one that is there already gets the new value.
  Facts with(Map<String, String> more) {
    if (more.isEmpty()) {
      return this;
    }
    Map<String, String> all = new TreeMap<>(labels);
    all.putAll(more);
    return new Facts(integration, kind, key, condition, all, place);
  }
}
