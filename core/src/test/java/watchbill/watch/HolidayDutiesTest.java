package watchbill.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.crew.Crew.ANA;
import static watchbill.crew.Crew.BEN;
import static watchbill.crew.Crew.CHO;
import static watchbill.crew.Crew.MADRID;
import static watchbill.crew.Crew.ROTA;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.calendar.Holiday;
import watchbill.catalog.Catalog;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.RegionId;
import watchbill.crew.Crew;
import watchbill.rota.Role;
import watchbill.time.Span;

/// Ana lives in Madrid and Ben in Apia; Cho keeps no holidays.
class HolidayDutiesTest {
  private static final RegionId REGION = new RegionId("es-madrid");
  private static final RegionId SAMOA = new RegionId("ws");
  private static final Catalog CATALOG =
      new Catalog(
          List.of(
              person(ANA, MADRID, Optional.of(REGION)),
              person(BEN, ZoneId.of("Pacific/Apia"), Optional.of(SAMOA)),
              person(CHO, MADRID, Optional.empty())),
          List.of(Crew.team()),
          List.of(),
          List.of());

  @Test
  void itSaysWhoOnWhichDayAndWhy() {
    Finding found = findings(duty(ANA, "2026-12-07T08:00:00Z", "2026-12-14T08:00:00Z")).getFirst();
    assertThat(found.said())
        .isEqualTo("Ana is on duty on Tue 8 Dec, a public holiday: Inmaculada (es-madrid)");
    assertThat(found.span()).isEqualTo(span("2026-12-07T23:00:00Z", "2026-12-08T23:00:00Z"));
    assertThat(found.kind().isUrgent()).isFalse();
    assertThat(found.people()).containsExactly(ANA);
  }

  @Test
  void aDayIsADayOnTheirOwnWall() {
    // In Apia it is 8 December from 11:00 UTC the day before to 11:00 UTC.
    assertThat(findings(duty(BEN, "2026-12-08T10:00:00Z", "2026-12-08T12:00:00Z")))
        .extracting(Finding::span)
        .containsExactly(span("2026-12-08T10:00:00Z", "2026-12-08T11:00:00Z"));
    assertThat(findings(duty(BEN, "2026-12-08T11:00:00Z", "2026-12-08T12:00:00Z"))).isEmpty();
    assertThat(findings(duty(ANA, "2026-12-08T23:00:00Z", "2026-12-09T12:00:00Z"))).isEmpty();
  }

  @Test
  void twoDutiesOnOneDayAreOneFinding() {
    assertThat(
            findings(
                duty(ANA, "2026-12-08T05:00:00Z", "2026-12-08T07:00:00Z"),
                duty(ANA, "2026-12-08T15:00:00Z", "2026-12-08T17:00:00Z")))
        .extracting(Finding::key)
        .containsExactly("holiday/payments/primary/ana/2026-12-08");
  }

  @Test
  void whoKeepsNoHolidaysAndADayThatNeverWasHaveNone() {
    assertThat(findings(duty(CHO, "2026-12-07T08:00:00Z", "2026-12-14T08:00:00Z"))).isEmpty();
    // Samoa leapt over 30 December 2011.
    assertThat(findings(duty(BEN, "2011-12-20T00:00:00Z", "2012-01-02T00:00:00Z"))).isEmpty();
  }

  private static List<Finding> findings(Duty... duties) {
    var holidays =
        List.of(
            new Holiday(REGION, LocalDate.of(2026, 12, 8), "Inmaculada"),
            new Holiday(SAMOA, LocalDate.of(2026, 12, 8), "A day"),
            new Holiday(SAMOA, LocalDate.of(2011, 12, 30), "No day"));
    return HolidayDuties.among(CATALOG, holidays, List.of(duties));
  }

  private static Duty duty(PersonId person, String from, String until) {
    return new Duty(person, ROTA, Role.PRIMARY, span(from, until), "");
  }

  private static Span span(String from, String until) {
    return new Span(Instant.parse(from), Instant.parse(until));
  }

  private static Person person(PersonId id, ZoneId zone, Optional<RegionId> region) {
    Person p = Crew.person(id, id.equals(ANA) ? "Ana" : id.handle());
    return new Person(p.id(), p.name(), zone, p.addresses(), p.rules(), region);
  }
}
