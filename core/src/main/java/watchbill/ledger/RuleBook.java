package watchbill.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.RegionId;
import watchbill.catalog.TeamId;

/// All duty rules there are. Of those that fit, the one for this team and region wins, then one for
/// the team, then one for the region; among equals the youngest that holds already.
public record RuleBook(List<DutyRules> rules) {
  public static final RuleBook EMPTY = new RuleBook(List.of());

  private static final Comparator<DutyRules> CLOSEST =
      Comparator.<DutyRules, Boolean>comparing(r -> r.team().isPresent())
          .thenComparing(r -> r.region().isPresent())
          .thenComparing(DutyRules::from);

  public RuleBook {
    rules = List.copyOf(rules);
  }

  /// The rules for duty done for a team, by somebody of a region, on a local day.
  public Optional<DutyRules> inForce(TeamId team, Optional<RegionId> region, LocalDate date) {
    return rules.stream()
        .filter(r -> !r.from().isAfter(date))
        .filter(r -> r.team().isEmpty() || r.team().get().equals(team))
        .filter(r -> r.region().isEmpty() || r.region().equals(region))
        .max(CLOSEST);
  }
}
