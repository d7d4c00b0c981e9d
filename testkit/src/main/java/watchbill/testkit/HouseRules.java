package watchbill.testkit;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.catalog.RegionId;
import watchbill.ledger.Compensation;
import watchbill.ledger.DutyRules;
import watchbill.ledger.Money;
import watchbill.ledger.RuleBook;
import watchbill.rota.Role;
import watchbill.workload.HourKind;
import watchbill.workload.HourSettings;
import watchbill.workload.LoadLimits;

/// What duty is worth in team payments: evenings 3 euros an hour, nights and weekends 4.50, half of
/// it for the lieutenant; a call 10 and 7.50 for each quarter of an hour, or half a day off for up
/// to two hours.
public final class HouseRules {
  private HouseRules() {}

  /// The rules, of which there is one set.
  ///
  /// @param choice of whoever has not chosen
  public static RuleBook of(Compensation choice) {
    var rules =
        new DutyRules(
            "payments",
            Optional.of(Cast.PAYMENTS),
            Optional.<RegionId>empty(),
            LocalDate.of(2024, 1, 1),
            Currency.getInstance("EUR"),
            Map.of(
                HourKind.EVENING,
                eur(3_00),
                HourKind.NIGHT,
                eur(4_50),
                HourKind.WEEKEND,
                eur(4_50)),
            Map.of(Role.PRIMARY, 100, Role.LIEUTENANT, 50),
            new DutyRules.CallRate(eur(10_00), eur(7_50), eur(20_00)),
            new DutyRules.TimeOff(Duration.ofHours(2)),
            choice,
            HourSettings.USUAL,
            50,
            LoadLimits.USUAL);
    return new RuleBook(List.of(rules));
  }

  private static Money eur(long cents) {
    return new Money(cents, Currency.getInstance("EUR"));
  }
}
