package watchbill.watch;

import java.time.ZoneId;
import java.util.List;
import watchbill.catalog.ServiceId;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.time.Span;

/// All that is needed to page by hand while the pager is down; to be printed before it is.
///
/// @param watches who is on duty through the span, rota by rota in the order of time
/// @param ladders whom to call in which order, and then the fallback
/// @param people everybody named on it, by name
/// @param keepers who looks after Watchbill itself, by name
public record WatchCard(
    Span span,
    List<Watch> watches,
    List<Ladder> ladders,
    List<Reach> people,
    List<String> keepers) {

  /// Who holds a role for a while.
  ///
  /// @param who their names, or that nobody does and why
  /// @param isGap whether nobody does
  public record Watch(RotaId rota, Role role, ZoneId zone, Span span, String who, boolean isGap) {}

  /// One policy.
  ///
  /// @param steps in words, in their order: `whoever is primary in payments; wait 5 min`
  public record Ladder(
      String policy, List<ServiceId> services, List<String> steps, String fallback) {}

  /// How somebody is reached.
  ///
  /// @param numbers for calls and short messages, each once
  /// @param mail empty when none is known
  public record Reach(String name, List<String> numbers, String mail) {}
}
