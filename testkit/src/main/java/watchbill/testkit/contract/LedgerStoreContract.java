package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchbill.testkit.Cast.ANA;
import static watchbill.testkit.Cast.BEN;
import static watchbill.testkit.Cast.PAYMENTS;
import static watchbill.testkit.Cast.ROTA;
import static watchbill.testkit.contract.Samples.id;
import static watchbill.testkit.contract.Samples.minute;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.catalog.PersonId;
import watchbill.catalog.TeamId;
import watchbill.engine.Stores;
import watchbill.ledger.Approval;
import watchbill.ledger.Choice;
import watchbill.ledger.Compensation;
import watchbill.ledger.Earning;
import watchbill.ledger.LedgerEntry;
import watchbill.ledger.LedgerItem;
import watchbill.ledger.LedgerStore;
import watchbill.ledger.Money;
import watchbill.ledger.Owed;
import watchbill.rota.Role;
import watchbill.time.Span;
import watchbill.workload.HourKind;

/// Entries stay as they were appended, and are found by whose they are and which day they are for.
public interface LedgerStoreContract extends StoreContract<LedgerStore> {
  /// The day most entries of these tests are for.
  LocalDate DAY = LocalDate.of(2025, 1, 6);

  YearMonth JANUARY = YearMonth.of(2025, 1);
  LedgerItem BY_HAND = new LedgerItem.Adjustment();
  Owed ONE_CENT = new Owed.Pay(eur(1));

  @Override
  default Class<LedgerStore> port() {
    return LedgerStore.class;
  }

  @Override
  default LedgerStore storeIn(Stores stores) {
    return stores.ledger();
  }

  @Test
  default void givesBackAnEntryAsItWas() {
    List<LedgerEntry> entries = new ArrayList<>();
    for (LedgerItem item : items()) {
      for (Owed owed : amounts()) {
        entries.add(entry(entries.size() + 1, new Earning(PAYMENTS, DAY, item, owed), ""));
      }
    }
    for (String text : Samples.TEXTS) {
      entries.add(entry(entries.size() + 1, new Earning(PAYMENTS, DAY, BY_HAND, ONE_CENT), text));
    }
    entries.add(reversal(entries.size() + 1, 1));
    write(store -> store.append(entries));
    assertThat(reads().of(ANA, DAY, DAY.plusDays(1))).isEqualTo(entries);
  }

  @Test
  default void findsEntriesByPersonTeamAndDay() {
    var storage = new TeamId("storage");
    LedgerEntry first = entry(1, ANA, PAYMENTS, DAY);
    LedgerEntry second = entry(2, BEN, PAYMENTS, DAY.plusDays(1));
    LedgerEntry third = entry(3, ANA, storage, DAY.plusDays(1));
    LedgerEntry fourth = entry(4, ANA, PAYMENTS, DAY.minusDays(1));
    writes().append(List.of(first, second));
    writes().append(List.of(third, fourth));
    LocalDate end = DAY.plusDays(2);

    assertThat(reads().of(ANA, DAY, end)).containsExactly(first, third);
    assertThat(reads().of(ANA, DAY.minusDays(1), DAY)).containsExactly(fourth);
    assertThat(reads().ofTeam(PAYMENTS, DAY.minusDays(9), end, 9))
        .containsExactly(first, second, fourth);
    assertThat(reads().ofTeam(PAYMENTS, DAY, end, 1)).containsExactly(first);
    assertThat(reads().between(DAY.minusDays(9), end, 9))
        .containsExactly(first, second, third, fourth);
    assertThat(reads().between(DAY, DAY.plusDays(1), 9)).containsExactly(first);
    assertThat(reads().between(DAY, end, 2)).containsExactly(first, second);
  }

  @Test
  default void doesNotTakeAnEntryTwice() {
    writes().append(List.of(entry(1, ANA, PAYMENTS, DAY)));
    assertThatThrownBy(() -> writes().append(List.of(entry(1, BEN, PAYMENTS, DAY))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(reads().between(DAY, DAY.plusDays(1), 9)).hasSize(1);
  }

  @Test
  default void takesNothingBackTwice() {
    writes().append(List.of(entry(1, ANA, PAYMENTS, DAY), reversal(2, 1)));
    assertThatThrownBy(() -> writes().append(List.of(reversal(3, 1))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(reads().between(DAY, DAY.plusDays(1), 9)).hasSize(2);
  }

  @Test
  default void theLastChoiceForAMonthCounts() {
    assertThat(reads().choice(ANA, JANUARY)).isEmpty();
    Choice money = new Choice(ANA, JANUARY, Compensation.MONEY, "ana", minute(1));
    Choice time = new Choice(ANA, JANUARY, Compensation.TIME, "admin", minute(2));
    writes().choose(money);
    assertThat(reads().choice(ANA, JANUARY)).contains(money);
    writes().choose(time);
    assertThat(reads().choice(ANA, JANUARY)).contains(time);
    assertThat(reads().choice(ANA, JANUARY.plusMonths(1))).isEmpty();
    assertThat(reads().choice(BEN, JANUARY)).isEmpty();
  }

  @Test
  default void theFirstApprovalOfAMonthStays() {
    assertThat(reads().approval(ANA, JANUARY)).isEmpty();
    Approval first = new Approval(ANA, JANUARY, "dev", minute(1));
    writes().approve(first);
    writes().approve(new Approval(ANA, JANUARY, "admin", minute(2)));
    assertThat(reads().approval(ANA, JANUARY)).contains(first);
    assertThat(reads().approval(ANA, JANUARY.minusMonths(1))).isEmpty();
    assertThat(reads().approval(BEN, JANUARY)).isEmpty();
  }

  private static List<LedgerItem> items() {
    List<LedgerItem> items = new ArrayList<>();
    for (HourKind kind : HourKind.values()) {
      items.add(
          new LedgerItem.StandBy(ROTA, Role.PRIMARY, kind, Duration.ofHours(25).plusNanos(1_000)));
    }
    items.add(new LedgerItem.Called(Samples.TEXTS, minute(1), Duration.ZERO));
    items.add(new LedgerItem.Called(List.of("p1"), minute(2), Duration.ofMinutes(3)));
    items.add(new LedgerItem.Adjustment());
    return items;
  }

  private static List<Owed> amounts() {
    return List.of(
        new Owed.Pay(eur(0)),
        new Owed.Pay(eur(-450)),
        new Owed.Pay(new Money(Long.MAX_VALUE, Currency.getInstance("JPY"))),
        new Owed.TimeOff(1, Optional.of(new Span(minute(1), minute(2)))),
        new Owed.TimeOff(-2, Optional.empty()));
  }

  private static Money eur(long cents) {
    return new Money(cents, Currency.getInstance("EUR"));
  }

  private static LedgerEntry entry(long number, PersonId person, TeamId team, LocalDate date) {
    return new LedgerEntry(
        id(number),
        person,
        new Earning(team, date, BY_HAND, ONE_CENT),
        Optional.empty(),
        "a reason",
        "dev",
        minute(number));
  }

  private static LedgerEntry entry(long number, Earning earning, String because) {
    return new LedgerEntry(
        id(number), ANA, earning, Optional.empty(), because, "dev", minute(number));
  }

  private static LedgerEntry reversal(long number, long reversed) {
    return new LedgerEntry(
        id(number),
        ANA,
        new Earning(PAYMENTS, DAY, BY_HAND, ONE_CENT),
        Optional.of(id(reversed)),
        "",
        "dev",
        minute(number));
  }
}
