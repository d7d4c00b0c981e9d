package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.ledger.Compensation.MONEY;
import static watchbill.ledger.Compensation.TIME;
import static watchbill.rota.Role.LIEUTENANT;
import static watchbill.rota.Role.PRIMARY;
import static watchbill.testkit.Cast.ANA;
import static watchbill.testkit.Cast.BEN;
import static watchbill.testkit.Cast.DEV;
import static watchbill.testkit.Cast.PAYMENTS;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import watchbill.calendar.Leave;
import watchbill.catalog.PersonId;
import watchbill.catalog.TeamId;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.ledger.Happened;
import watchbill.ledger.LedgerEntry;
import watchbill.ledger.Money;
import watchbill.ledger.Owed;
import watchbill.time.Span;

/// What a week of duty is worth, from the hour it was done to the day it is paid.
class LedgerTest {
  private static final YearMonth JANUARY = YearMonth.of(2025, 1);

  private final DutyBooks books = new DutyBooks();

  @Test
  void aWeekOfDutyIsOwedAndApproved() {
    books.onDuty(ANA, PRIMARY, "2025-01-13T09:00", "2025-01-20T09:00");
    books.onDuty(BEN, LIEUTENANT, "2025-01-13T09:00", "2025-01-20T09:00");
    books.woken(ANA, "p1", "2025-01-15T03:00", "2025-01-15T03:40");
    books.itIs("2025-02-03T10:00").settle(ANA, "2025-01");
    books.settle(BEN, "2025-01");
    assertThat(books.owed(ANA, 2025)).isEqualTo("541.00 EUR, 0 half days");
    assertThat(books.owed(BEN, 2025)).isEqualTo("254.25 EUR, 0 half days");
    books.approves(DEV, ANA, "2025-01");
    assertThat(books.told())
        .containsExactly(
            "watchbill ledger.settled: Ledger entries: 15 entered",
            "watchbill ledger.settled: Ledger entries: 14 entered",
            "dev ledger.approved: Approved 2025-01");
  }

  @Test
  void weeksOfAHundredAndSixtySevenAndNineHoursArePaidAsSuch() {
    books.onDuty(ANA, PRIMARY, "2025-03-24T09:00", "2025-03-31T09:00");
    books.onDuty(BEN, PRIMARY, "2025-10-20T09:00", "2025-10-27T09:00");
    books.itIs("2025-11-03T10:00").settle(ANA, "2025-03");
    books.settle(BEN, "2025-10");
    assertThat(books.owed(ANA, 2025)).isEqualTo("504.00 EUR, 0 half days");
    assertThat(books.owed(BEN, 2025)).isEqualTo("513.00 EUR, 0 half days");
  }

  @Test
  void anaChoseTimeAndIsOffInTheMorningAfter() {
    books.chooses(ANA, "2025-01", TIME).woken(ANA, "p1", "2025-01-07T23:30", "2025-01-08T01:00");
    Reply.Settled settled = books.itIs("2025-01-08T01:05").settle(ANA, "2025-01");
    Leave leave = settled.entered().getFirst();
    assertThat(leave.person()).isEqualTo(ANA);
    assertThat(leave.source()).isEqualTo("ledger");
    assertThat(leave.id()).isEqualTo(settled.entries().getFirst().id());
    assertThat(leave.span())
        .isEqualTo(new Span(DutyBooks.at("2025-01-08T09:00"), DutyBooks.at("2025-01-08T13:30")));
    assertThat(settled.withdrawn()).isEmpty();
    assertThat(books.owed(ANA, 2025)).isEqualTo("0.00 EUR, 1 half days");
  }

  @Test
  void whatTurnsOutOtherwiseTakesTheLeaveBackToo() {
    books.chooses(ANA, "2025-01", TIME).woken(ANA, "p1", "2025-01-07T23:30", "2025-01-08T01:00");
    Leave entered = books.itIs("2025-01-08T01:05").settle(ANA, "2025-01").entered().getFirst();
    Reply.Settled after = books.neverHappened("p1").settle(ANA, "2025-01");
    assertThat(after.withdrawn()).containsExactly(entered);
    assertThat(after.entered()).isEmpty();
    assertThat(books.owed(ANA, 2025)).isEqualTo("0.00 EUR, 0 half days");
    assertThat(books.entries(ANA, 2025)).hasSize(2);
  }

  @Test
  void settlingAgainSaysNothingAndChangesNothing() {
    books.onDuty(ANA, PRIMARY, "2025-01-13T09:00", "2025-01-20T09:00");
    books.itIs("2025-02-03T10:00").settle(ANA, "2025-01");
    Reply.Settled again = books.settle(ANA, "2025-01");
    assertThat(again.entries()).isEmpty();
    assertThat(books.told()).hasSize(1);
  }

  @Test
  void devCorrectsByHandWithAReason() {
    books.onDuty(ANA, PRIMARY, "2025-01-14T22:00", "2025-01-15T00:00");
    books.itIs("2025-02-03T10:00").settle(ANA, "2025-01");
    books.corrects(DEV, ANA, "2025-01-14", -4_50, "Ben stood in for an hour");
    assertThat(books.owed(ANA, 2025)).isEqualTo("4.50 EUR, 0 half days");
    assertThat(books.settle(ANA, "2025-01").entries()).isEmpty();
    assertThat(books.entries(ANA, 2025).getLast())
        .extracting(LedgerEntry::because, LedgerEntry::by)
        .containsExactly("Ben stood in for an hour", "dev");
  }

  @Test
  void afterTheApprovalOnlyCorrectionsFollowAndSaySo() {
    books.onDuty(ANA, PRIMARY, "2025-01-14T22:00", "2025-01-15T00:00");
    books.itIs("2025-02-03T10:00").settle(ANA, "2025-01");
    books.approves(DEV, ANA, "2025-01").approves(DEV, ANA, "2025-01");
    assertThat(books.refused(new Command.ChooseCompensation(ANA, JANUARY, MONEY, "ana")))
        .isEqualTo("ledger.approved");
    books.onDuty(ANA, PRIMARY, "2025-01-15T22:00", "2025-01-16T00:00");
    assertThat(books.settle(ANA, "2025-01").entries())
        .extracting(LedgerEntry::because)
        .singleElement()
        .asString()
        .endsWith("entered after the month was approved");
  }

  @Test
  void whatMayNotBeDoneIsRefusedByName() {
    books.itIs("2025-02-03T10:00");
    var owed = new Owed.Pay(new Money(1, Currency.getInstance("EUR")));
    var day = LocalDate.of(2025, 1, 14);
    var nobody = new PersonId("eli");
    var none = new Happened(List.of(), List.of(), List.of());
    assertThat(
            List.of(
                books.refused(new Command.SettleLedger(nobody, JANUARY, none, List.of())),
                books.refused(new Command.ChooseCompensation(ANA, JANUARY, TIME, "ben")),
                books.refused(new Command.ApproveLedger(ANA, JANUARY, "ben")),
                books.refused(new Command.ApproveLedger(DEV, JANUARY, "dev")),
                books.refused(new Command.ApproveLedger(ANA, JANUARY.plusMonths(1), "dev")),
                books.refused(new Command.CorrectLedger(ANA, PAYMENTS, day, owed, " ", "dev")),
                books.refused(new Command.CorrectLedger(ANA, PAYMENTS, day, owed, "x", "ben")),
                books.refused(
                    new Command.CorrectLedger(ANA, new TeamId("odd"), day, owed, "x", "dev"))))
        .containsExactly(
            "person.unknown",
            "ledger.not-yours",
            "ledger.not-manager",
            "ledger.own",
            "ledger.too-early",
            "ledger.reason",
            "ledger.not-manager",
            "team.unknown");
    assertThat(books.told()).isEmpty();
  }

  @Test
  void aMonthIsSettledForPeopleThereAreOnceItHasBegun() {
    books.itIs("2025-02-03T10:00");
    YearMonth april = JANUARY.plusMonths(3);
    assertThat(
            List.of(
                books.refused(new Command.SettleMonth(april, List.of(ANA))),
                books.refused(new Command.SettleMonth(JANUARY, List.of(new PersonId("eli")))),
                books.refused(new Command.SettleMonth(JANUARY, Collections.nCopies(51, ANA)))))
        .containsExactly("ledger.too-early", "person.unknown", "ledger.too-many-people");
    assertThat(books.told()).isEmpty();
  }
}
