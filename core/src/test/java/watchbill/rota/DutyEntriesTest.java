package watchbill.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.crew.Crew.ANA;
import static watchbill.crew.Crew.BEN;
import static watchbill.crew.Crew.CHO;
import static watchbill.crew.Crew.DEV;
import static watchbill.crew.Crew.ROTA;
import static watchbill.crew.Crew.rota;
import static watchbill.crew.Crew.weekly;
import static watchbill.rota.Role.PRIMARY;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import watchbill.calendar.CalendarEntry;
import watchbill.catalog.PersonId;
import watchbill.rota.turn.Seat;
import watchbill.time.Span;

class DutyEntriesTest {
  private static final Instant FIRST = Instant.parse("2025-01-06T08:00:00Z");
  private static final Span WINDOW = new Span(FIRST, Instant.parse("2025-02-03T08:00:00Z"));
  private static final String HERE = "example.org";
  private final RotaHistory weeks =
      RotaHistory.always(rota(new Lieutenant.Next(), weekly(ANA, BEN, CHO)));

  @Test
  void aTurnThatIsTakenOverKeepsItsName() {
    RotaOverride whole = over(FIRST, Instant.parse("2025-01-13T08:00:00Z"));
    List<CalendarEntry> before = ofRota();
    List<CalendarEntry> after = ofRota(whole);
    assertThat(before).extracting(CalendarEntry::summary).first().isEqualTo(named(BEN));
    assertThat(after).extracting(CalendarEntry::summary).first().isEqualTo(named(DEV));
    assertThat(after).extracting(CalendarEntry::uid).isEqualTo(uids(before));
  }

  @Test
  void partsOfATurnAreNumberedAndTheOtherTurnsKeepTheirNames() {
    RotaOverride part =
        over(Instant.parse("2025-01-15T08:00:00Z"), Instant.parse("2025-01-16T08:00:00Z"));
    List<CalendarEntry> entries = ofRota(part);
    assertThat(entries)
        .extracting(CalendarEntry::summary)
        .startsWith(named(BEN), named(CHO), named(DEV), named(CHO), named(ANA));
    assertThat(uids(entries)).doesNotHaveDuplicates().containsAll(uids(ofRota()));
    assertThat(entries.get(2).description()).isEqualTo("ill (entered by dev)");
  }

  @Test
  void aPersonSeesTheirOwnShiftsWithAlarms() {
    List<CalendarEntry> cho = entries().ofPerson(CHO, HERE);
    assertThat(cho)
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.summary()).isEqualTo("On duty: primary of payments");
          assertThat(entry.alarms()).hasSize(2);
          assertThat(entry.span().from()).isEqualTo("2025-01-13T08:00:00Z");
        });
    assertThat(ofRota()).allSatisfy(entry -> assertThat(entry.alarms()).isEmpty());
  }

  private List<CalendarEntry> ofRota(RotaOverride... overrides) {
    return entries(overrides).ofRota(HERE);
  }

  private DutyEntries entries(RotaOverride... overrides) {
    var deviations = new Deviations(List.of(overrides), List.of(), Map.of());
    return new DutyEntries(
        Rotas.shifts(weeks, Deviations.NONE, PRIMARY, WINDOW),
        Rotas.shifts(weeks, deviations, PRIMARY, WINDOW),
        PersonId::handle);
  }

  private static List<String> uids(List<CalendarEntry> entries) {
    return entries.stream().map(CalendarEntry::uid).toList();
  }

  private static String named(PersonId person) {
    return person.handle() + ": primary of payments";
  }

  private static RotaOverride over(Instant from, Instant until) {
    var change = new Change.TakeOver(Seat.of(DEV), 0);
    return new RotaOverride(
        "o", ROTA, PRIMARY, new Span(from, until), change, "ill", DEV, FIRST.minusSeconds(60));
  }
}
