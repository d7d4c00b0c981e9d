package watchbill.testkit.simulation.play;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.IntegrationId;
import watchbill.testkit.simulation.plan.Chance;

/// What no sane source says, and what an adapter lets through all the same.
final class Poison {
  private static final List<String> TEXTS =
      List.of(
          "nothing but \u0000 in here",
          "\u202Eback to front",
          "half a \uD83D letter",
          "'; DROP TABLE page; --",
          "%s ? {0} ${x} \\",
          "x".repeat(1_024));

  private Poison() {}

  static List<AlertReport> reports(IntegrationId from, Instant now, Chance chance) {
    AlertKey key = AlertKey.of(from, "poison " + chance.below(3));
    String text = chance.any(TEXTS);
    AlertReport fires = firing(key, text, now, Optional.empty());
    AlertReport ends = new AlertReport.Ended(key);
    return switch (chance.below(7)) {
      case 0 -> List.of();
      case 1 -> List.of(fires, fires, fires);
      case 2 -> List.of(fires, ends);
      case 3 -> List.of(ends, fires, ends);
      case 4 -> List.of(firing(key, text, now, Optional.of(now.minus(Duration.ofDays(1)))));
      case 5 -> List.of(firing(key, text, Instant.EPOCH, Optional.of(now.plusSeconds(1))));
      default -> List.of(new AlertReport.TakenCharge(key), ends);
    };
  }

  private static AlertReport firing(
      AlertKey key, String text, Instant since, Optional<Instant> until) {
    var words = new Condition(text, "", Severity.CRITICAL, Map.of(), Map.of());
    return new AlertReport.Firing(key, "poison", words, since, until);
  }
}
