package watchbill.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.ledger.Books.FEBRUARY_5;
import static watchbill.ledger.Books.JANUARY;
import static watchbill.ledger.Books.at;
import static watchbill.ledger.Books.told;
import static watchbill.rota.Role.LIEUTENANT;
import static watchbill.rota.Role.PRIMARY;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchbill.catalog.RegionId;
import watchbill.catalog.TeamId;
import watchbill.rota.Role;
import watchbill.workload.HourKind;

/// What Ana is owed.
class LedgersTest {
  private final Books books = new Books();

  @ParameterizedTest
  @CsvSource({
    // 30 evening hours at 3.00, 45 night and 48 weekend hours at 4.50
    "2025-01-13T09:00, 2025-01-20T09:00, 508_50",
    // 167 and 169 hours: the weekend has 47 or 49
    "2025-03-24T09:00, 2025-03-31T09:00, 504_00",
    "2025-10-20T09:00, 2025-10-27T09:00, 513_00",
    // Epiphany is a holiday: 24 hours at 6.00 in place of 9 unpaid, 6 evening and 9 night hours
    "2025-01-06T00:00, 2025-01-07T00:00, 144_00",
    "2025-01-07T22:00, 2025-01-08T07:00, 40_50",
    "2025-01-07T22:00, 2025-01-07T22:01, 8",
    "2025-01-07T09:00, 2025-01-07T18:00, 0"
  })
  void standByIsPaidByTheHour(String from, String until, String cents) {
    books.duty(PRIMARY, from, until);
    for (int month = 1; month <= 12; month++) {
      books.settle(YearMonth.of(2025, month), at("2026-01-05T12:00"));
    }
    assertThat(books.cents()).isEqualTo(Long.parseLong(cents.replace("_", "")));
  }

  @Test
  void anEntryIsADaysHoursOfOneKindAndSaysHowItCameAbout() {
    books.duty(PRIMARY, "2025-01-07T18:00", "2025-01-08T09:00");
    List<LedgerEntry> entries = books.settle();
    assertThat(told(entries))
        .containsExactly(
            "2025-01-07 12.00 EUR",
            "2025-01-07 9.00 EUR",
            "2025-01-08 6.00 EUR",
            "2025-01-08 31.50 EUR");
    assertThat(entries.getLast().because())
        .isEqualTo(
            "7 h of night hours as primary of rota payments at 4.50 EUR an hour, by payments");
  }

  @Test
  void twoRolesAtOnceArePaidOnceAtTheBetterRate() {
    books.duty(LIEUTENANT, "2025-01-07T22:00", "2025-01-08T02:00");
    books.duty(PRIMARY, "2025-01-08T00:00", "2025-01-08T07:00");
    books.duty(PRIMARY, "2025-01-08T00:00", "2025-01-08T07:00");
    assertThat(told(books.settle())).containsExactly("2025-01-07 4.50 EUR", "2025-01-08 31.50 EUR");
  }

  @Test
  void aRoleThatIsNotNamedIsNotPaid() {
    books.duty(new Role("shadow"), "2025-01-07T22:00", "2025-01-08T07:00");
    assertThat(books.settle()).isEmpty();
  }

  @Test
  void newRulesHoldFromTheirDay() {
    DutyRules old = Books.rules("old", LocalDate.of(2025, 1, 1));
    DutyRules raised =
        new DutyRules(
            "raised",
            old.team(),
            Optional.of(Books.MADRID_REGION),
            LocalDate.of(2025, 1, 8),
            old.currency(),
            Map.of(HourKind.NIGHT, Books.eur(5_00)),
            old.roles(),
            old.called(),
            old.timeOff(),
            old.choice(),
            old.hours(),
            old.onDutyPercent(),
            old.limits());
    books.rules(old, raised).duty(PRIMARY, "2025-01-07T22:00", "2025-01-08T07:00");
    assertThat(told(books.settle())).containsExactly("2025-01-07 9.00 EUR", "2025-01-08 35.00 EUR");
  }

  @Test
  void withoutRulesNothingIsOwedAndItIsSaid() {
    books.rules().duty(PRIMARY, "2025-01-07T22:00", "2025-01-08T07:00");
    books.woken("p1", "2025-01-08T03:00", "2025-01-08T03:20");
    Ledgers.Settlement settlement = books.settle(JANUARY, FEBRUARY_5);
    assertThat(settlement.entries()).isEmpty();
    assertThat(settlement.notes())
        .containsExactly(
            "there are no duty rules for team payments in region es-madrid on some day of 2025-01");
  }

  @ParameterizedTest
  @CsvSource({
    // 10.00 for the call and 7.50 for each quarter begun; at least 20.00
    "2025-01-08T03:00, 2025-01-08T03:00, 20.00 EUR",
    "2025-01-08T03:00, 2025-01-08T03:15, 20.00 EUR",
    "2025-01-08T03:00, 2025-01-08T03:15:01, 25.00 EUR",
    "2025-01-08T03:00, 2025-01-08T04:00, 40.00 EUR",
    // What is spent in working hours is work
    "2025-01-08T08:50, 2025-01-08T12:00, 20.00 EUR",
    "2025-01-08T08:30, 2025-01-08T12:00, 25.00 EUR",
    "2025-01-08T17:00, 2025-01-08T18:20, 25.00 EUR",
    "2025-01-06T12:00, 2025-01-06T13:00, 40.00 EUR"
  })
  void beingCalledIsPaid(String from, String until, String pay) {
    books.woken("p1", from, until);
    assertThat(books.settle()).extracting(e -> e.earning().owed().inWords()).containsExactly(pay);
  }

  @Test
  void aCallInWorkingHoursIsWork() {
    books.woken("p1", "2025-01-08T09:00", "2025-01-08T18:00");
    books.woken("p2", "2025-01-09T11:00", "2025-01-09T11:00");
    assertThat(books.settle()).isEmpty();
  }

  @Test
  void callsThatOverlapAreOne() {
    books.woken("p1", "2025-01-08T03:00", "2025-01-08T03:30");
    books.woken("p2", "2025-01-08T03:10", "2025-01-08T03:20");
    books.woken("p3", "2025-01-08T03:25", "2025-01-08T04:00");
    books.woken("p4", "2025-01-08T04:00", "2025-01-08T04:10");
    List<LedgerEntry> entries = books.settle();
    assertThat(told(entries)).containsExactly("2025-01-07 40.00 EUR", "2025-01-07 20.00 EUR");
    assertThat(entries.getFirst().because()).startsWith("woken for 3 pages, 1 h in all: 10.00 EUR");
  }

  @ParameterizedTest
  @CsvSource({
    // Half a day up to two hours, more is a day
    "2025-01-08T03:00, 2025-01-08T03:01, half a day off on 2025-01-08T09:00 to 2025-01-08T13:30",
    "2025-01-08T03:00, 2025-01-08T05:00, half a day off on 2025-01-08T09:00 to 2025-01-08T13:30",
    "2025-01-08T03:00, 2025-01-08T05:01, a day off on 2025-01-08T09:00 to 2025-01-08T18:00",
    // In the evening: the next day; on Friday: on Monday; before the holiday: after it
    "2025-01-07T20:00, 2025-01-07T21:00, half a day off on 2025-01-08T09:00 to 2025-01-08T13:30",
    "2025-01-10T23:00, 2025-01-10T23:10, half a day off on 2025-01-13T09:00 to 2025-01-13T13:30",
    "2025-01-03T23:00, 2025-01-03T23:10, half a day off on 2025-01-07T09:00 to 2025-01-07T13:30",
    // On leave all Thursday
    "2025-01-09T03:00, 2025-01-09T03:10, half a day off on 2025-01-10T09:00 to 2025-01-10T13:30"
  })
  void whoChoosesTimeIsOffTheNextWorkingDay(String from, String until, String off) {
    books.chooses(Compensation.TIME).away("2025-01-09T00:00", "2025-01-10T00:00");
    books.woken("p1", from, until);
    List<LedgerEntry> entries = books.settle(JANUARY, at(until)).entries();
    assertThat(told(entries)).hasSize(1).first().asString().endsWith(" " + off);
  }

  @Test
  void theCallsOfANightCountTogether() {
    books.chooses(Compensation.TIME);
    books.woken("p1", "2025-01-07T23:00", "2025-01-08T00:30");
    books.woken("p2", "2025-01-08T05:00", "2025-01-08T06:00");
    assertThat(told(books.settle(JANUARY, at("2025-01-08T06:30")).entries()))
        .containsExactly("2025-01-07 a day off on 2025-01-08T09:00 to 2025-01-08T18:00");
  }

  @Test
  void twoNightsAreTwoDays() {
    books.chooses(Compensation.TIME);
    books.woken("p1", "2025-01-11T03:00", "2025-01-11T06:00");
    books.woken("p2", "2025-01-12T03:00", "2025-01-12T06:00");
    assertThat(told(books.settle(JANUARY, at("2025-01-12T08:00")).entries()))
        .containsExactly(
            "2025-01-10 a day off on 2025-01-13T09:00 to 2025-01-13T18:00",
            "2025-01-11 a day off on 2025-01-14T09:00 to 2025-01-14T18:00");
  }

  @Test
  void aDayOffThatWasGivenStaysWhereItIs() {
    books.chooses(Compensation.TIME).woken("p1", "2025-01-08T03:00", "2025-01-08T04:00");
    books.settle(JANUARY, at("2025-01-08T05:00"));
    assertThat(books.settle(JANUARY, FEBRUARY_5).entries()).isEmpty();
    books.away("2025-01-08T09:00", "2025-01-08T13:30");
    assertThat(books.settle(JANUARY, FEBRUARY_5).entries()).isEmpty();
    books.woken("p2", "2025-01-08T05:00", "2025-01-08T07:00");
    assertThat(told(books.settle(JANUARY, FEBRUARY_5).entries()))
        .containsExactly(
            "2025-01-07 -1 half days off on 2025-01-08T09:00 to 2025-01-08T13:30",
            "2025-01-07 a day off on 2025-01-08T09:00 to 2025-01-08T18:00");
  }

  @Test
  void settledLateTheDayOffIsStillToCome() {
    books.chooses(Compensation.TIME).woken("p1", "2025-01-08T03:00", "2025-01-08T04:00");
    assertThat(told(books.settle(JANUARY, FEBRUARY_5).entries()))
        .containsExactly("2025-01-07 half a day off on 2025-02-06T09:00 to 2025-02-06T13:30");
  }

  @Test
  void aChangedChoiceIsCorrectedUnlessTheDayOffHasBegun() {
    books.chooses(Compensation.TIME).woken("p1", "2025-01-08T03:00", "2025-01-08T04:00");
    books.settle(JANUARY, at("2025-01-08T05:00"));
    books.chooses(Compensation.MONEY);
    assertThat(books.tryOut(JANUARY, at("2025-01-08T09:01")).entries()).isEmpty();
    assertThat(told(books.settle(JANUARY, at("2025-01-08T06:00")).entries()))
        .containsExactly(
            "2025-01-07 -1 half days off on 2025-01-08T09:00 to 2025-01-08T13:30",
            "2025-01-07 40.00 EUR");
  }

  @Test
  void settlingTwiceEntersNothingTheSecondTime() {
    books.duty(PRIMARY, "2025-01-01T09:00", "2025-01-28T09:00");
    books.woken("p1", "2025-01-08T03:00", "2025-01-08T04:00");
    assertThat(books.settle()).isNotEmpty();
    assertThat(books.settle()).isEmpty();
  }

  @Test
  void whatTurnsOutOtherwiseIsReversedAndEnteredAnew() {
    books.duty(PRIMARY, "2025-01-07T22:00", "2025-01-08T07:00");
    List<LedgerEntry> first = books.settle();
    books.forget().duty(PRIMARY, "2025-01-07T22:00", "2025-01-08T05:00");
    List<LedgerEntry> second = books.settle();
    assertThat(told(second)).containsExactly("2025-01-08 -31.50 EUR", "2025-01-08 22.50 EUR");
    assertThat(second.getFirst().reverses()).contains(first.getLast().id());
    assertThat(second.getFirst().because()).startsWith("takes back: 7 h of night hours");
    assertThat(books.cents()).isEqualTo(31_50);
    books.forget();
    assertThat(told(books.settle()))
        .containsExactly("2025-01-07 -9.00 EUR", "2025-01-08 -22.50 EUR");
    assertThat(books.cents()).isZero();
    assertThat(books.settle()).isEmpty();
  }

  @Test
  void afterTheApprovalEveryEntrySaysSo() {
    books.duty(PRIMARY, "2025-01-07T22:00", "2025-01-07T23:00");
    books.settle();
    books.approved().duty(PRIMARY, "2025-01-08T22:00", "2025-01-08T23:00");
    assertThat(books.settle())
        .hasSize(1)
        .first()
        .extracting(LedgerEntry::because)
        .asString()
        .endsWith("; entered after the month was approved");
  }

  @Test
  void whatIsNotOverIsNotSettled() {
    books.duty(PRIMARY, "2025-01-07T22:00", "2025-01-20T09:00");
    books.woken("p1", "2025-01-08T03:00", "2025-01-08T04:00");
    assertThat(told(books.settle(JANUARY, at("2025-01-08T03:30")).entries()))
        .containsExactly("2025-01-07 9.00 EUR");
    assertThat(told(books.settle(JANUARY, at("2025-01-08T04:00")).entries()))
        .containsExactly("2025-01-07 40.00 EUR");
  }

  @Test
  void nothingIsLostOrDoubledWhereAMonthEnds() {
    books.duty(PRIMARY, "2025-01-31T22:00", "2025-02-01T12:00");
    books.woken("p1", "2025-02-01T03:00", "2025-02-01T04:00");
    books.woken("p2", "2025-02-01T13:00", "2025-02-01T14:00");
    assertThat(told(books.settle(JANUARY, FEBRUARY_5).entries()))
        .containsExactly("2025-01-31 9.00 EUR", "2025-01-31 40.00 EUR");
    assertThat(told(books.settle(YearMonth.of(2025, 2), FEBRUARY_5).entries()))
        .containsExactly("2025-02-01 54.00 EUR", "2025-02-01 40.00 EUR");
    assertThat(books.settle(JANUARY, FEBRUARY_5).entries()).isEmpty();
  }

  @Test
  void theClosestRulesHold() {
    LocalDate first = LocalDate.of(2025, 1, 1);
    DutyRules ofTeam = Books.rules("of-team", first);
    DutyRules later = Books.rules("later", first.plusDays(10));
    var book = new RuleBook(List.of(later, ofTeam));
    var nowhere = Optional.<RegionId>empty();
    var payments = new TeamId("payments");
    assertThat(book.inForce(payments, nowhere, first.minusDays(1))).isEmpty();
    assertThat(book.inForce(payments, nowhere, first)).contains(ofTeam);
    assertThat(book.inForce(payments, nowhere, first.plusDays(10))).contains(later);
    assertThat(book.inForce(new TeamId("storage"), nowhere, first)).isEmpty();
  }
}
