package watchbill.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.ANA;
import static watchbill.testkit.Cast.BEN;
import static watchbill.testkit.Cast.NIGHT;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchbill.adapter.egress.Egress;
import watchbill.audit.AuditEntry;
import watchbill.calendar.Holiday;
import watchbill.calendar.Leave;
import watchbill.catalog.Catalog;
import watchbill.catalog.PersonId;
import watchbill.catalog.RegionId;
import watchbill.engine.Configuration;
import watchbill.engine.Engine;
import watchbill.engine.Transactions;
import watchbill.kernel.Secret;
import watchbill.server.config.CalendarSettings;
import watchbill.server.config.CalendarSource;
import watchbill.server.hourly.RoundClaims;
import watchbill.testkit.Cast;
import watchbill.testkit.HandClock;
import watchbill.testkit.SequentialIds;
import watchbill.testkit.memory.MemoryTransactions;
import watchbill.time.Span;

/// Ana's calendar is a file, read again and again.
class CalendarRoundsTest {
  private static final RegionId MADRID = new RegionId("es-madrid");
  private static final String AWAY =
      "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20250110\nSUMMARY:Cádiz\nEND:VEVENT\n";

  private final HandClock clock = new HandClock(NIGHT);
  private final Transactions transactions = new MemoryTransactions();
  private final Catalog catalog =
      new Catalog(Cast.everybody(), List.of(Cast.payments()), List.of(Cast.checkout()), List.of());
  private final Configuration configuration =
      new Configuration(catalog, List.of(Cast.rota(ANA, BEN)), List.of());
  private final Engine engine = new Engine(transactions, () -> configuration, new SequentialIds());
  private final List<String> figures = new ArrayList<>();
  private final Egress egress = new Egress();

  @TempDir Path folder;

  @AfterEach
  void close() {
    egress.close();
  }

  @Test
  void whatACalendarSaysIsKnownAndStaysKnownWhileItCantBeRead() throws IOException {
    CalendarRounds rounds = rounds(Map.of(ANA, file("ana.ics")));
    rounds.round();
    assertThat(away()).isEmpty();

    write("ana.ics", AWAY);
    rounds.round();
    List<Leave> known = away();
    assertThat(known).extracting(Leave::note).containsExactly("Cádiz");
    assertThat(known.getFirst().span().from()).isEqualTo("2025-01-09T23:00:00Z");

    Files.writeString(folder.resolve("ana.ics"), "<title>Sign in</title>");
    clock.turn(Duration.ofHours(1));
    rounds.round();
    rounds.round();
    assertThat(away()).isEqualTo(known);
    assertThat(figures)
        .containsExactly(
            "people.ana.leave false",
            "people.ana.leave true",
            "people.ana.leave false",
            "people.ana.leave false");
    assertThat(told("people.ana.leave"))
        .extracting(e -> e.deed().action())
        .containsExactly("calendar.failed", "calendar.read", "calendar.failed");
    assertThat(told("people.ana.leave").getLast().deed().because()).contains("BEGIN:VCALENDAR");
  }

  @Test
  void aRestartDoesNotTellItAgain() {
    rounds(Map.of(ANA, file("ana.ics"))).round();
    rounds(Map.of(ANA, file("ana.ics"))).round();
    assertThat(told("people.ana.leave")).hasSize(1);
  }

  @Test
  void whoseCalendarIsNamedNoMoreIsNotAwayByIt() throws IOException {
    write("ana.ics", AWAY);
    rounds(Map.of(ANA, file("ana.ics"))).round();
    assertThat(away()).hasSize(1);
    rounds(Map.of(BEN, file("ana.ics"))).round();
    assertThat(away()).extracting(Leave::person).containsExactly(BEN);
  }

  @Test
  void holidaysAreReadForARegion() throws IOException {
    write("madrid.ics", "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20250106\nSUMMARY:Reyes\nEND:VEVENT\n");
    var settings = new CalendarSettings(Map.of(), Map.of(MADRID, file("madrid.ics")));
    rounds(settings).round();
    List<Holiday> known =
        transactions.read(
            s -> s.holidays().between(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 2, 1)));
    assertThat(known).containsExactly(new Holiday(MADRID, LocalDate.of(2025, 1, 6), "Reyes"));
  }

  @Test
  void anAddressOfTheOwnNetworkIsNotAskedAndNotShown() {
    for (String host : List.of("127.0.0.1", "10.0.0.1", "169.254.169.254")) {
      var web = new CalendarSource.Web(Secret.of("https://" + host + "/hidden.ics"));
      assertThat(new Fetcher(egress).fetch(web))
          .isInstanceOfSatisfying(
              Fetched.Failed.class, f -> assertThat(f.why()).doesNotContain("hidden"));
    }
  }

  private CalendarRounds rounds(Map<PersonId, CalendarSource> leave) {
    return rounds(new CalendarSettings(leave, Map.of()));
  }

  private CalendarRounds rounds(CalendarSettings settings) {
    return new CalendarRounds(
        settings,
        new CalendarRounds.Needs(
            new Fetcher(egress)::fetch,
            transactions,
            command -> engine.run(command, clock.now()),
            clock,
            () -> catalog,
            (calendar, readable) -> figures.add(calendar + " " + readable)),
        RoundClaims.ALONE);
  }

  private CalendarSource file(String name) {
    return new CalendarSource.InFile(folder.resolve(name));
  }

  private void write(String name, String events) throws IOException {
    String text = "BEGIN:VCALENDAR\n" + events + "END:VCALENDAR\n";
    Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  private List<Leave> away() {
    var year = new Span(NIGHT, NIGHT.plus(Duration.ofDays(365)));
    return transactions.read(s -> s.leaves().touching(year));
  }

  private List<AuditEntry> told(String calendar) {
    return transactions.read(s -> s.audit().about(calendar, 99));
  }
}
