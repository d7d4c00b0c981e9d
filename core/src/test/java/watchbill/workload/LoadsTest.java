package watchbill.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.crew.Crew.ANA;
import static watchbill.crew.Crew.BEN;
import static watchbill.crew.Crew.CHO;
import static watchbill.crew.Crew.MADRID;
import static watchbill.crew.Crew.PAYMENTS;
import static watchbill.crew.Crew.ROTA;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import watchbill.catalog.PersonId;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.time.Span;

/// What people carried, and how fairly.
class LoadsTest {
  private static final HomeClock HOME = new HomeClock(MADRID, Set.of(), HourSettings.USUAL);
  private static final Span JANUARY = local("2025-01-01T00:00", "2025-02-01T00:00");
  private static final Map<PersonId, HomeClock> EVERYBODY = Map.of(ANA, HOME, BEN, HOME, CHO, HOME);

  @Test
  void aWeekOfDutyIsSevenNightsAndAWeekend() {
    Load ana = measured(ANA, List.of(week(ANA, "2025-01-06")), List.of());
    assertThat(ana.shifts()).isEqualTo(1);
    assertThat(ana.nights()).isEqualTo(7);
    assertThat(ana.weekends()).isEqualTo(1);
    assertThat(ana.hours().total()).isEqualTo(Duration.ofDays(7));
  }

  @Test
  void whoHadNoDutyIsMeasuredToo() {
    List<Load> loads =
        Loads.measure(JANUARY, List.of(week(ANA, "2025-01-06")), List.of(), EVERYBODY);
    assertThat(loads).extracting(Load::person).containsExactly(ANA, BEN, CHO);
    assertThat(loads.getLast().hours()).isEqualTo(HoursByKind.NONE);
  }

  @Test
  void twoDutiesAtOnceAreTwoShiftsAndOneTime() {
    Stint primary = week(ANA, "2025-01-06");
    var other = new Stint(ANA, PAYMENTS, new RotaId("storage"), Role.LIEUTENANT, primary.span());
    Load ana = measured(ANA, List.of(primary, other), List.of());
    assertThat(ana.shifts()).isEqualTo(2);
    assertThat(ana.hours().total()).isEqualTo(Duration.ofDays(7));
  }

  @Test
  void stintsThatTouchAreOneShift() {
    Stint night = stint(ANA, "2025-01-07T20:00", "2025-01-08T08:00");
    Stint day = stint(ANA, "2025-01-08T08:00", "2025-01-08T20:00");
    assertThat(measured(ANA, List.of(day, night), List.of()).shifts()).isEqualTo(1);
  }

  @Test
  void whatLiesOutsideThePeriodDoesNotCount() {
    Load ana =
        measured(ANA, List.of(stint(ANA, "2024-12-31T12:00", "2025-01-01T06:00")), List.of());
    assertThat(ana.hours().total()).isEqualTo(Duration.ofHours(6));
    assertThat(measured(ANA, List.of(week(ANA, "2025-02-03")), List.of()).shifts()).isZero();
  }

  @Test
  void aMinuteAfterBedtimeIsNoNight() {
    assertThat(nights("2025-01-07T12:00", "2025-01-07T22:59")).isZero();
    assertThat(nights("2025-01-07T12:00", "2025-01-07T23:00")).isEqualTo(1);
    assertThat(nights("2025-01-07T23:30", "2025-01-08T00:30")).isEqualTo(1);
    assertThat(nights("2025-01-08T05:00", "2025-01-09T06:00")).isEqualTo(2);
  }

  @Test
  void aPageInTheNightOfOnesOwnClockInterruptsSleep() {
    Instant night = at("2025-01-08T03:00");
    var call = new CallOut(ANA, PAYMENTS, "p1", night, night.plusSeconds(1_800));
    var byDay = new CallOut(ANA, PAYMENTS, "p2", at("2025-01-08T15:00"), at("2025-01-08T15:10"));
    Load ana = measured(ANA, List.of(), List.of(call, byDay));
    assertThat(ana.pages()).isEqualTo(2);
    assertThat(ana.interruptions()).isEqualTo(1);
    assertThat(ana.called()).isEqualTo(Duration.ofMinutes(40));

    var tokyo = new HomeClock(ZoneId.of("Asia/Tokyo"), Set.of(), HourSettings.USUAL);
    Load there =
        Loads.measure(JANUARY, List.of(), List.of(call, byDay), Map.of(ANA, tokyo)).getFirst();
    assertThat(there.interruptions()).isEqualTo(1); // Three in the afternoon there is 23:00.
  }

  @Test
  void aSpreadIsSaidInWords() {
    List<Stint> fair =
        List.of(week(ANA, "2025-01-06"), week(BEN, "2025-01-13"), week(CHO, "2025-01-20"));
    assertThat(spread(fair).inWords()).isEqualTo("fair within 1 night");
    List<Stint> unfair =
        List.of(week(ANA, "2025-01-06"), week(ANA, "2025-01-13"), week(BEN, "2025-01-20"));
    Spread spread = spread(unfair);
    assertThat(spread.range()).isEqualTo(14);
    assertThat(spread.mean()).isEqualTo(7);
    assertThat(spread.deviation()).isEqualTo(Math.sqrt(98 / 3.0));
    assertThat(spread.inWords())
        .isEqualTo("14 nights apart: ana has 14, cho has 0; standard deviation 5.7");
  }

  @Test
  void itIsSaidBeforeItBecomesUnfair() {
    var limits = new LoadLimits(7, 2);
    assertThat(
            limits.warnings(ANA, List.of(stint(ANA, "2025-01-06T09:00", "2025-01-12T09:00")), HOME))
        .isEmpty();
    List<LoadLimits.Warning> soon = limits.warnings(ANA, List.of(week(ANA, "2025-01-06")), HOME);
    assertThat(soon)
        .extracting(LoadLimits.Warning::inWords)
        .containsExactly("ana has 7 nights in the 28 days from 2025-01-06; the most is 7");
    assertThat(soon.getFirst().tooMany()).isFalse();
    List<LoadLimits.Warning> late =
        limits.warnings(ANA, List.of(week(ANA, "2025-01-06"), week(ANA, "2025-01-20")), HOME);
    assertThat(late)
        .extracting(LoadLimits.Warning::inWords)
        .containsExactly(
            "ana has 14 nights in the 28 days from 2025-01-06; at most 7",
            "ana has 2 weekends in the 28 days from 2025-01-11; the most is 2");
  }

  @Test
  void fourWeeksSlideOverTheCalendar() {
    var limits = new LoadLimits(14, 9);
    List<Stint> apart = List.of(week(ANA, "2025-01-06"), week(ANA, "2025-02-03"));
    assertThat(limits.warnings(ANA, apart, HOME)).isEmpty();
    List<Stint> near = List.of(week(ANA, "2025-01-06"), week(ANA, "2025-01-27"));
    assertThat(limits.warnings(ANA, near, HOME)).hasSize(1);
    assertThat(limits.warnings(BEN, near, HOME)).isEmpty();
  }

  private static Spread spread(List<Stint> stints) {
    return Spread.of(Spread.Measure.NIGHTS, Loads.measure(JANUARY, stints, List.of(), EVERYBODY));
  }

  private static int nights(String from, String until) {
    return measured(ANA, List.of(stint(ANA, from, until)), List.of()).nights();
  }

  private static Load measured(PersonId person, List<Stint> stints, List<CallOut> calls) {
    return Loads.measure(JANUARY, stints, calls, Map.of(person, HOME)).getFirst();
  }

  private static Stint week(PersonId person, String monday) {
    LocalDate from = LocalDate.parse(monday);
    return stint(person, from + "T09:00", from.plusWeeks(1) + "T09:00");
  }

  private static Stint stint(PersonId person, String from, String until) {
    return new Stint(person, PAYMENTS, ROTA, Role.PRIMARY, local(from, until));
  }

  private static Span local(String from, String until) {
    return new Span(at(from), at(until));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(MADRID).toInstant();
  }
}
