package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.ANA;
import static watchbill.testkit.Cast.BEN;
import static watchbill.testkit.Cast.CHO;
import static watchbill.testkit.Cast.DEV;
import static watchbill.testkit.Cast.MADRID;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchbill.catalog.Catalog;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.engine.Engine;
import watchbill.engine.Reply;
import watchbill.engine.Transactions;
import watchbill.ledger.Compensation;
import watchbill.ledger.LedgerEntry;
import watchbill.ledger.LedgerItem;
import watchbill.ledger.Owed;
import watchbill.rota.Rota;
import watchbill.testkit.Cast;
import watchbill.testkit.HouseRules;
import watchbill.testkit.SequentialIds;
import watchbill.testkit.memory.MemoryTransactions;

/// The months in which the clock is changed, from the rota to the ledger, against a sum that counts
/// every minute by itself. The week of 24 March has 167 hours, that of 20 October 169.
class DaylightPayTest {
  private static final List<PersonId> SEATS = List.of(ANA, BEN, CHO, DEV);
  private static final LocalDate ORIGIN = LocalDate.of(2024, 12, 30);

  private final Transactions transactions = new MemoryTransactions();
  private final Engine engine =
      new Engine(transactions, DaylightPayTest::configuration, new SequentialIds());

  @ParameterizedTest
  @CsvSource({"2025-03, 2025-03-24, 167", "2025-10, 2025-10-20, 169"})
  void agreesToTheMinuteAndTheCent(String month, LocalDate monday, int hours) {
    Map<String, Long> minutes = new TreeMap<>();
    YearMonth wanted = YearMonth.parse(month);
    eachMinute(wanted.atDay(1), wanted.plusMonths(1).atDay(1), minutes);

    var now = wanted.plusMonths(1).atDay(3).atStartOfDay(MADRID).toInstant();
    Reply reply = engine.run(new Command.SettleMonth(wanted, SEATS), now);
    assertThat(reply).isInstanceOf(Reply.Settled.class);

    Map<String, Long> entered = new TreeMap<>();
    Map<PersonId, Long> cents = new TreeMap<>(Comparator.comparing(PersonId::handle));
    for (PersonId person : SEATS) {
      for (LedgerEntry e : entries(person)) {
        if (e.earning().item() instanceof LedgerItem.StandBy(_, var role, var kind, var length)
            && e.earning().owed() instanceof Owed.Pay(var amount)) {
          String line = person + " " + role + " " + e.earning().date() + " " + kind.word();
          entered.merge(line, length.toMinutes(), Long::sum);
          cents.merge(person, amount.minor(), Long::sum);
        }
      }
    }
    assertThat(entered).isEqualTo(minutes);
    SEATS.forEach(p -> assertThat(cents.get(p)).as("%s", p).isEqualTo(cents(p, minutes)));
    assertThat(weekFrom(monday, entered)).isEqualTo(hours * 60L);
  }

  /// What is paid at all, minute by minute: who has it by counting weeks, what kind by the clock.
  private static void eachMinute(LocalDate from, LocalDate until, Map<String, Long> minutes) {
    ZonedDateTime end = until.atStartOfDay(MADRID);
    ZonedDateTime at = from.atStartOfDay(MADRID);
    for (; at.isBefore(end); at = at.plusMinutes(1)) {
      LocalDateTime local = at.toLocalDateTime();
      String kind = kind(local);
      if (!kind.equals("working")) {
        int seat = seat(local);
        String when = " " + local.toLocalDate() + " " + kind;
        minutes.merge(SEATS.get(seat) + " primary" + when, 1L, Long::sum);
        minutes.merge(SEATS.get((seat + 1) % 4) + " lieutenant" + when, 1L, Long::sum);
      }
    }
  }

  private static int seat(LocalDateTime local) {
    long weeks = ChronoUnit.DAYS.between(ORIGIN, local.minusHours(9).toLocalDate()) / 7;
    return (int) (weeks % 4);
  }

  private static String kind(LocalDateTime local) {
    if (local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY) {
      return "weekend";
    }
    int hour = local.getHour();
    if (hour >= 22 || hour < 7) {
      return "night";
    }
    return hour >= 9 && hour < 18 ? "working" : "evening";
  }

  /// Each line rounded for itself, half a cent up.
  private static long cents(PersonId person, Map<String, Long> minutes) {
    long cents = 0;
    for (Map.Entry<String, Long> line : minutes.entrySet()) {
      if (line.getKey().startsWith(person + " ")) {
        long hourly = line.getKey().endsWith("evening") ? 300 : 450;
        long percent = line.getKey().contains(" primary ") ? 100 : 50;
        cents += (line.getValue() * hourly * percent + 3_000) / 6_000;
      }
    }
    return cents;
  }

  /// What stands in the ledger for the primary of one week, and the 45 working hours that are not
  /// paid. Nobody has two weeks in a row.
  private static long weekFrom(LocalDate monday, Map<String, Long> entered) {
    String primary = SEATS.get(seat(monday.atTime(9, 0))) + " primary ";
    long paid =
        monday
            .datesUntil(monday.plusDays(8))
            .flatMap(day -> entered.entrySet().stream().filter(e -> isOf(primary + day, e)))
            .mapToLong(Map.Entry::getValue)
            .sum();
    return paid + 45 * 60;
  }

  private static boolean isOf(String start, Map.Entry<String, Long> line) {
    return line.getKey().startsWith(start);
  }

  private List<LedgerEntry> entries(PersonId person) {
    return transactions.read(s -> s.ledger().of(person, ORIGIN, ORIGIN.plusYears(2)));
  }

  private static Configuration configuration() {
    Rota plain = Cast.rota(ANA, BEN, CHO, DEV);
    var rota =
        new Rota(
            plain.id(),
            plain.zone(),
            plain.layers(),
            plain.lieutenant(),
            Optional.of(Cast.PAYMENTS));
    var catalog = new Catalog(Cast.everybody(), List.of(Cast.payments()), List.of(), List.of());
    return new Configuration(catalog, List.of(rota), List.of(), HouseRules.of(Compensation.MONEY));
  }
}
