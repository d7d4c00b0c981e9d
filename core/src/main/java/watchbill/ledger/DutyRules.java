package watchbill.ledger;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import watchbill.catalog.RegionId;
import watchbill.catalog.TeamId;
import watchbill.rota.Role;
import watchbill.workload.HourKind;
import watchbill.workload.HourSettings;
import watchbill.workload.LoadLimits;

/// What duty is worth, for whom, from a day on.
///
/// @param handle by which the configuration names them
/// @param team whose rotas they are for; every team's when empty
/// @param region whose people they are for; everybody when empty
/// @param from the first local day they hold on, until others for the same do
/// @param standBy an hour of each kind; kinds that are not named are not paid
/// @param roles the share of it in percent by role; when empty, every role gets all of it, else
///   those that are not named get nothing
/// @param choice for whoever has not chosen
/// @param onDutyPercent what an hour on duty counts for in somebody's capacity
public record DutyRules(
    String handle,
    Optional<TeamId> team,
    Optional<RegionId> region,
    LocalDate from,
    Currency currency,
    Map<HourKind, Money> standBy,
    Map<Role, Integer> roles,
    CallRate called,
    TimeOff timeOff,
    Compensation choice,
    HourSettings hours,
    int onDutyPercent,
    LoadLimits limits) {
  private static final int WHOLE = 100;

  public DutyRules {
    standBy = Map.copyOf(standBy);
    roles = Map.copyOf(roles);
  }

  /// What being woken is worth in money: for the call, and for each quarter of an hour begun; at
  /// least the minimum.
  public record CallRate(Money each, Money quarter, Money minimum) {
    private static final long QUARTER_SECONDS = Duration.ofMinutes(15).toSeconds();

    /// The pay for one call of this length. Whoever is woken has begun a quarter of an hour, even
    /// when it was over at once.
    public Money pay(Duration length) {
      Money pay = each.plus(quarter.times(quarters(length)));
      return pay.minor() < minimum.minor() ? minimum : pay;
    }

    static long quarters(Duration length) {
      Duration quarter = Duration.ofSeconds(QUARTER_SECONDS);
      long whole = length.dividedBy(quarter);
      boolean begun = !quarter.multipliedBy(whole).equals(length);
      return Math.max(1, begun ? whole + 1 : whole);
    }
  }

  /// What being woken is worth in time: half a day for up to this long in a night, more for a day.
  public record TimeOff(Duration halfDayUpTo) {
    int halfDays(Duration length) {
      return length.compareTo(halfDayUpTo) <= 0 ? 1 : 2;
    }
  }

  Money hourly(HourKind kind) {
    return standBy.getOrDefault(kind, Money.none(currency));
  }

  int percent(Role role) {
    return roles.isEmpty() ? WHOLE : roles.getOrDefault(role, 0);
  }
}
