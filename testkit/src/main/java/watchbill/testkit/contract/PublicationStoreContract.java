package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.contract.Samples.minute;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import watchbill.calendar.CalendarEntry;
import watchbill.calendar.Publication;
import watchbill.calendar.PublicationStore;
import watchbill.engine.Stores;
import watchbill.time.Span;

/// What a calendar has shown is known until it is forgotten.
public interface PublicationStoreContract extends StoreContract<PublicationStore> {
  String ANA = "person/ana";
  String ROTA = "rota/payments";

  @Override
  default Class<PublicationStore> port() {
    return PublicationStore.class;
  }

  @Override
  default PublicationStore storeIn(Stores stores) {
    return stores.publications();
  }

  @Test
  default void givesBackAnEntryAsItWas() {
    List<CalendarEntry> entries = new ArrayList<>();
    for (Instant at : Samples.INSTANTS) {
      entries.add(
          new CalendarEntry(
              "weeks-%03d@example.org".formatted(entries.size()),
              entries.size(),
              new Span(minute(0), minute(1)),
              "o'\"ñ",
              "two\nlines",
              at,
              entries.size() % 2 == 0
                  ? List.of()
                  : List.of(Duration.ofDays(1), Duration.ofHours(1)),
              entries.size() % 2 == 0));
    }
    put(ANA, entries);
    assertThat(reads().of(ANA, minute(0))).isEqualTo(entries);
  }

  @Test
  default void anEntryTakesThePlaceOfTheOneOfItsName() {
    put(ANA, List.of(entry("a", 0, 1)));
    put(ROTA, List.of(entry("a", 0, 2)));
    put(ANA, List.of(entry("a", 3, 4)));
    assertThat(reads().of(ANA, minute(0))).containsExactly(entry("a", 3, 4));
    assertThat(reads().of(ROTA, minute(0))).containsExactly(entry("a", 0, 2));
  }

  @Test
  default void comesInOrderAndOnlyWhatEndsAfter() {
    put(ANA, List.of(entry("c", 0, 9), entry("b", 5, 9), entry("a", 5, 9), entry("d", 0, 3)));
    assertThat(reads().of(ANA, minute(3)))
        .containsExactly(entry("c", 0, 9), entry("a", 5, 9), entry("b", 5, 9));
  }

  @Test
  default void whatEndedIsForgottenInItsOwnCalendar() {
    put(ANA, List.of(entry("a", 0, 3), entry("b", 0, 4)));
    put(ROTA, List.of(entry("a", 0, 3)));
    writes().forget(ANA, minute(3));
    assertThat(reads().of(ANA, minute(0))).containsExactly(entry("b", 0, 4));
    assertThat(reads().of(ROTA, minute(0))).containsExactly(entry("a", 0, 3));
  }

  private void put(String calendar, List<CalendarEntry> entries) {
    writes().put(entries.stream().map(e -> new Publication(calendar, e)).toList());
  }

  private static CalendarEntry entry(String uid, long from, long until) {
    var span = new Span(minute(from), minute(until));
    return new CalendarEntry(uid, 0, span, "On duty", "", minute(0), List.of(), false);
  }
}
