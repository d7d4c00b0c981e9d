package watchbill.engine;

import static watchbill.audit.Deed.WATCHBILL;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.alert.AlertKey;
import watchbill.alert.KnownAlert;
import watchbill.alert.PageId;
import watchbill.alert.Suppression;
import watchbill.catalog.Integration;
import watchbill.catalog.ServiceId;
import watchbill.restraint.Damping;

/// Counts how often what a batch opens came before. What never ended lately costs one question for
/// the whole batch.
final class Flaps {
  private final Turn turn;
  private final Map<AlertKey, List<Instant>> openings = new HashMap<>();
  private final Map<AlertKey, List<Instant>> opened = new LinkedHashMap<>();
  private final Map<AlertKey, Instant> ended = new LinkedHashMap<>();
  private final Map<PageId, Damping> reached = new LinkedHashMap<>();

  Flaps(Turn turn) {
    this.turn = turn;
  }

  /// Reads what is known of keys that nothing open holds.
  void read(Collection<AlertKey> keys) {
    openings.putAll(turn.stores().restraints().openings(keys));
  }

  /// Something opens; a reason when it has come and gone too often.
  Optional<Suppression> opens(AlertKey key, Integration integration, ServiceId service) {
    List<Instant> before = openings.get(key);
    if (before == null) {
      return Optional.empty();
    }
    Damping damping = damping(integration, service);
    List<Instant> counted = damping.counted(before, turn.now());
    openings.put(key, counted);
    opened.put(key, counted);
    return damping.dampens(counted.size())
        ? Optional.of(new Suppression.Flapping(counted.size(), turn.now().plus(damping.stays())))
        : Optional.empty();
  }

  /// It has a page, which says so when the next opening will wake nobody.
  void paged(AlertKey key, Integration integration, ServiceId service, PageId page) {
    Damping damping = damping(integration, service);
    if (damping.isReached(openings.getOrDefault(key, List.of()).size())) {
      reached.put(page, damping);
    }
  }

  void ends(KnownAlert alert) {
    openings.putIfAbsent(alert.key(), List.of(alert.startsAt()));
    ended.put(alert.key(), alert.startsAt());
  }

  void save() {
    Duration longest = turn.configuration().restraints().longestWithin();
    if (longest.isZero()) {
      return;
    }
    Instant forgetAt = turn.now().plus(longest);
    turn.stores().restraints().ended(ended, forgetAt);
    turn.stores().restraints().opened(opened, forgetAt);
    reached.forEach((page, damping) ->
        turn.tell(
            WATCHBILL, "alerts.flapping", page.value(), "It comes and goes", damping.inWords()));
  }

  private Damping damping(Integration integration, ServiceId service) {
    return turn.configuration().restraints().damping(integration.id(), service);
  }
}
