package watchbill.ledger;

import java.time.LocalDate;
import watchbill.catalog.TeamId;

/// Something somebody earned.
///
/// @param team for whom
/// @param date the local day of a duty; of a call, the day on which its night began
public record Earning(TeamId team, LocalDate date, LedgerItem item, Owed owed) {
  Earning negated() {
    return new Earning(team, date, item, owed.negated());
  }
}
