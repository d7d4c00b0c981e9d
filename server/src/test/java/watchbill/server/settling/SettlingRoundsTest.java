package watchbill.server.settling;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.ANA;
import static watchbill.testkit.Cast.BEN;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.catalog.Catalog;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.engine.Engine;
import watchbill.engine.Reply;
import watchbill.engine.Transactions;
import watchbill.ledger.Compensation;
import watchbill.ledger.RuleBook;
import watchbill.rota.Rota;
import watchbill.server.hourly.RoundClaims;
import watchbill.testkit.Cast;
import watchbill.testkit.HandClock;
import watchbill.testkit.HouseRules;
import watchbill.testkit.SequentialIds;
import watchbill.testkit.memory.MemoryTransactions;

/// Team payments on the first Monday of February.
class SettlingRoundsTest {
  private final HandClock clock = new HandClock(Instant.parse("2025-02-03T08:00:00Z"));
  private final Transactions transactions = new MemoryTransactions();
  private final List<Command> asked = new ArrayList<>();

  @Test
  void theRunningMonthAndTheOneBeforeAreSettled() {
    SettlingRounds rounds = rounds(HouseRules.of(Compensation.MONEY));
    rounds.round();
    assertThat(months()).containsExactly("2025-01", "2025-02");
    assertThat(entries()).isPositive();
    int before = entries();
    rounds.round();
    assertThat(entries()).isEqualTo(before);
  }

  @Test
  void aMonthThatIsApprovedIsLeftAlone() {
    Configuration configuration = configuration(HouseRules.of(Compensation.MONEY));
    var engine = new Engine(transactions, () -> configuration, new SequentialIds());
    for (var person : List.of(ANA, BEN)) {
      var approve = new Command.ApproveLedger(person, YearMonth.of(2025, 1), "admin");
      assertThat(engine.run(approve, clock.now())).isInstanceOf(Reply.Done.class);
    }
    rounds(HouseRules.of(Compensation.MONEY)).round();
    var january = (Command.SettleMonth) asked.getFirst();
    assertThat(january.people()).extracting(Object::toString).containsExactly("cho", "dev");
  }

  @Test
  void withoutDutyRulesNothingIsAsked() {
    rounds(RuleBook.EMPTY).round();
    assertThat(asked).isEmpty();
  }

  private List<String> months() {
    return asked.stream().map(c -> ((Command.SettleMonth) c).month().toString()).toList();
  }

  private int entries() {
    LocalDate from = LocalDate.of(2025, 1, 1);
    return transactions.read(s -> s.ledger().between(from, from.plusYears(1), 10_000)).size();
  }

  private SettlingRounds rounds(RuleBook rules) {
    Configuration configuration = configuration(rules);
    var engine = new Engine(transactions, () -> configuration, new SequentialIds());
    return new SettlingRounds(
        transactions,
        command -> {
          asked.add(command);
          return engine.run(command, clock.now());
        },
        clock,
        () -> configuration,
        RoundClaims.ALONE);
  }

  private static Configuration configuration(RuleBook rules) {
    Rota plain = Cast.rota(ANA, BEN, Cast.CHO, Cast.DEV);
    var team = Optional.of(Cast.PAYMENTS);
    var rota = new Rota(plain.id(), plain.zone(), plain.layers(), plain.lieutenant(), team);
    var catalog = new Catalog(Cast.everybody(), List.of(Cast.payments()), List.of(), List.of());
    return new Configuration(catalog, List.of(rota), List.of(), rules);
  }
}
