package watchbill.adapter.ingest.alertmanager;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import watchbill.alert.Alert;
import watchbill.alert.AlertId;
import watchbill.alert.Suppression;
import watchbill.engine.Stores;
import watchbill.silence.Matchers;
import watchbill.silence.Patterns;
import watchbill.silence.Silence;
import watchbill.silence.Subject;

/// How alerts stand, of many in a row: what they have in common is looked up once.
final class Standings {
  private final Map<String, Predicate<Subject>> silences = new LinkedHashMap<>();
  private final Map<AlertId, String> fingerprints = new HashMap<>();
  private final RouteTrees trees;

  /// With the silences that mute at `now`.
  Standings(Stores stores, Patterns patterns, RouteTrees trees, Instant now) {
    this.trees = trees;
    for (Silence silence : stores.silences().live(now)) {
      if (silence.isActive(now)) {
        silences.put(silence.id().value(), Matchers.all(silence.matchers(), patterns));
      }
    }
  }

  AlertStanding of(Alert alert, Stores stores) {
    Subject subject = Subject.of(alert);
    List<String> silencedBy =
        silences.entrySet().stream()
            .filter(silence -> silence.getValue().test(subject))
            .map(Map.Entry::getKey)
            .toList();
    List<String> receivers = trees.receivers(alert);
    if (alert.suppression().isEmpty()) {
      return new AlertStanding(receivers, silencedBy, List.of(), List.of());
    }
    return switch (alert.suppression().get()) {
      case Suppression.Silenced(var silence, _) ->
          new AlertStanding(
              receivers,
              silencedBy.isEmpty() ? List.of(silence.value()) : silencedBy,
              List.of(),
              List.of());
      case Suppression.Inhibited(var by) ->
          new AlertStanding(receivers, silencedBy, List.of(fingerprint(by, stores)), List.of());
      case Suppression.InMaintenance _, Suppression.Flapping _, Suppression.ByRule _ ->
          new AlertStanding(
              receivers, silencedBy, List.of(), List.of(alert.suppression().get().inWords()));
    };
  }

  private String fingerprint(AlertId id, Stores stores) {
    return fingerprints.computeIfAbsent(
        id,
        by ->
            stores
                .alerts()
                .find(by)
                .map(a -> Fingerprint.of(a.condition().labels()))
                .orElse(by.value()));
  }
}
