package watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.ANA;
import static watchbill.testkit.Cast.BEN;
import static watchbill.testkit.Cast.CHO;
import static watchbill.testkit.Cast.NIGHT;
import static watchbill.testkit.Cast.ROTA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import watchbill.catalog.Catalog;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.engine.Engine;
import watchbill.engine.Rosters;
import watchbill.engine.Transactions;
import watchbill.ledger.RuleBook;
import watchbill.rota.Lieutenant;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.testkit.memory.MemoryTransactions;
import watchbill.time.Span;

/// What becomes of a rota when the files that declare it are read again.
class AdoptionTest {
  private static final Instant FIRST = day(10);
  private static final Instant SECOND = day(20);

  private final Transactions transactions = new MemoryTransactions();
  private Configuration configuration = declared(Map.of());
  private final Engine engine = new Engine(transactions, () -> configuration, new SequentialIds());

  @Test
  void whatIsKnownAtFirstHasAlwaysBeenSo() {
    adopt(0, Map.of(), rota(ANA));
    assertThat(onDuty(-1)).containsExactly(ANA);
    assertThat(onDuty(99)).containsExactly(ANA);
  }

  @Test
  void aRotaThatComesLaterBeginsWhenItComes() {
    adopt(
        0, Map.of(), new Rota(new RotaId("search"), Cast.MADRID, List.of(), new Lieutenant.None()));
    adopt(5, Map.of(), rota(ANA));
    assertThat(onDuty(4)).isEmpty();
    assertThat(onDuty(5)).containsExactly(ANA);
  }

  @Test
  void anEditHoldsFromWhenItSays() {
    adopt(0, Map.of(), rota(ANA));
    adopt(5, Map.of(ROTA, FIRST), rota(BEN));
    adopt(6, Map.of(ROTA, FIRST), rota(BEN));
    assertThat(onDuty(9)).containsExactly(ANA);
    assertThat(onDuty(10)).containsExactly(BEN);
    assertThat(made()).hasSize(2);
    adopt(11, Map.of(ROTA, FIRST), rota(BEN));
    assertThat(made()).hasSize(2);
  }

  @Test
  void whatIsPlannedCanComeLaterOrSoonerOrNotAtAll() {
    adopt(0, Map.of(), rota(ANA));
    adopt(5, Map.of(ROTA, FIRST), rota(BEN));
    adopt(6, Map.of(ROTA, SECOND), rota(BEN));
    assertThat(onDuty(10)).containsExactly(ANA);
    assertThat(onDuty(20)).containsExactly(BEN);
    adopt(7, Map.of(ROTA, FIRST), rota(CHO));
    assertThat(onDuty(10)).containsExactly(CHO);
    assertThat(onDuty(20)).containsExactly(CHO);
    adopt(8, Map.of(), rota(ANA));
    assertThat(onDuty(7)).containsExactly(ANA);
    assertThat(onDuty(20)).containsExactly(ANA);
  }

  @Test
  void anInstantThatHasPassedMeansNow() {
    adopt(0, Map.of(), rota(ANA));
    adopt(15, Map.of(ROTA, FIRST), rota(BEN));
    assertThat(onDuty(14)).containsExactly(ANA);
    assertThat(onDuty(15)).containsExactly(BEN);
  }

  @Test
  void aRotaNobodyDeclaresAnyMoreEndsAndItsPastStays() {
    adopt(0, Map.of(), rota(ANA));
    adopt(5, Map.of());
    adopt(6, Map.of());
    assertThat(made()).hasSize(2);
    assertThat(onDuty(4)).containsExactly(ANA);
    assertThat(onDuty(5)).isEmpty();
    adopt(9, Map.of(), rota(BEN));
    assertThat(onDuty(4)).containsExactly(ANA);
    assertThat(onDuty(8)).isEmpty();
    assertThat(onDuty(9)).containsExactly(BEN);
  }

  private void adopt(int day, Map<RotaId, Instant> effective, Rota... rotas) {
    configuration = declared(effective, rotas);
    engine.run(new Command.AdoptRotas("configuration"), day(day));
  }

  private static Configuration declared(Map<RotaId, Instant> effective, Rota... rotas) {
    var catalog = new Catalog(Cast.everybody(), List.of(Cast.payments()), List.of(), List.of());
    return new Configuration(catalog, List.of(rotas), List.of(), RuleBook.EMPTY, effective);
  }

  private static Rota rota(PersonId person) {
    return Cast.rota(person);
  }

  private List<PersonId> onDuty(int day) {
    var window = new Span(day(day), day(day + 1));
    return transactions.read(
        s -> Rosters.read(configuration, s, window).onDuty(ROTA, Role.PRIMARY, day(day)).people());
  }

  private List<Instant> made() {
    return transactions.read(s -> s.rotas().made(ROTA, 99).stream().map(v -> v.from()).toList());
  }

  private static Instant day(int number) {
    return NIGHT.plus(Duration.ofDays(number));
  }
}
