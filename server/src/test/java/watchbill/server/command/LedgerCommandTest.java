package watchbill.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What `watchbill ledger` prints for people.
class LedgerCommandTest {
  @Test
  void entriesTotalsAndMonthsAreLines() {
    String said =
        """
        {"entries": [
           {"date": "2025-01-07", "person": "ana", "team": "payments", "amount": "9.00",
            "currency": "EUR", "because": "2 h of night hours"},
           {"date": "2025-01-08", "person": "ana", "team": "payments", "halfDays": 1,
            "because": "woken"}],
         "totals": [{"person": "ana", "pay": ["9.00 EUR"], "halfDays": 1},
                    {"person": "ben", "pay": [], "halfDays": 4}],
         "months": [{"person": "ana", "month": "2025-01", "approvedBy": "dev"},
                    {"person": "ben", "month": "2025-01"}]}
        """;
    assertThat(LedgerCommand.lines(JsonMapper.builder().build().readTree(said)))
        .containsExactly(
            "2025-01-07  ana          payments           9.00 EUR  2 h of night hours",
            "2025-01-08  ana          payments       0.5 days off  woken",
            "ana is owed 9.00 EUR and 0.5 days off",
            "ben is owed 2 days off",
            "2025-01 of ana: approved by dev",
            "2025-01 of ben: not approved");
  }

  @Test
  void nothingOwedIsSaid() {
    assertThat(LedgerCommand.lines(JsonMapper.builder().build().createObjectNode()))
        .containsExactly("nothing is owed for these days");
  }
}
