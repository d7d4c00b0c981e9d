package watchbill.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.crew.Crew.ANA;
import static watchbill.crew.Crew.BEN;
import static watchbill.crew.Crew.NIGHT;
import static watchbill.crew.Crew.ROTA;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.catalog.Catalog;
import watchbill.crew.Crew;
import watchbill.rota.Role;
import watchbill.rota.request.Swap;
import watchbill.time.Span;

/// Asked every ten minutes for weeks, each occasion comes once, and at its time.
class OccasionsTest {
  private static final Words WORDS =
      new Words(new Catalog(Crew.everybody(), List.of(), List.of(), List.of()));

  @Test
  void dutyIsAnnouncedAWeekADayAndAsItBegins() {
    var duty = new Duty(ANA, ROTA, Role.PRIMARY, span(20, 27), "");
    assertThat(leads(at -> new DutyNotices(WORDS, at).due(List.of(duty), Optional.empty())))
        .containsExactly(
            Map.entry("before-duty/payments/primary/2025-01-26T03:00:00Z/1-week", day(13)),
            Map.entry("before-duty/payments/primary/2025-01-26T03:00:00Z/1-day", day(19)),
            Map.entry("before-duty/payments/primary/2025-01-26T03:00:00Z/start", day(20)));
  }

  @Test
  void whereTheyAreTestedThatSaysThatTheDutyBegins() {
    var duty = new Duty(ANA, ROTA, Role.PRIMARY, span(2, 9), "");
    Optional<Duration> within = Optional.of(Duration.ofMinutes(15));
    assertThat(leads(at -> new DutyNotices(WORDS, at).due(List.of(duty), within)).keySet())
        .containsExactly(
            "before-duty/payments/primary/2025-01-08T03:00:00Z/1-week",
            "before-duty/payments/primary/2025-01-08T03:00:00Z/1-day",
            "wake-test/payments/primary/2025-01-08T03:00:00Z");
  }

  @Test
  void aSwapIsRemindedLessAndLessLongBeforeItExpires() {
    assertThat(leads(at -> reminder(swap(40), at)).values())
        .containsExactly(
            day(12),
            day(19),
            day(26),
            day(33),
            day(37),
            day(38),
            day(39),
            day(40).minus(Duration.ofHours(12)));
  }

  @Test
  void whatWasDueBeforeItWasAskedIsNoReminder() {
    assertThat(leads(at -> reminder(swap(2), at)).values())
        .containsExactly(day(1), day(2).minus(Duration.ofHours(12)));
  }

  private static List<Occasion> reminder(Swap swap, Instant at) {
    return at.isBefore(swap.expiresAt())
        ? new RequestNotices(WORDS, at).reminder(swap).stream().toList()
        : List.of();
  }

  private static Swap swap(int days) {
    return new Swap(
        "s1",
        ROTA,
        Role.PRIMARY,
        ANA,
        span(days, days + 7),
        BEN,
        Optional.empty(),
        "",
        NIGHT,
        new Swap.State.Asked());
  }

  /// What is asked at an instant.
  private interface Asked {
    List<Occasion> at(Instant at);
  }

  /// Each key, and when it first came.
  private static Map<String, Instant> leads(Asked asked) {
    Map<String, Instant> first = new LinkedHashMap<>();
    List<String> gone = new ArrayList<>();
    for (Instant at = NIGHT; at.isBefore(day(45)); at = at.plus(Duration.ofMinutes(10))) {
      Instant now = at;
      List<String> keys = asked.at(at).stream().map(Occasion::key).toList();
      assertThat(keys).noneMatch(gone::contains);
      first.keySet().stream().filter(k -> !keys.contains(k)).forEach(gone::add);
      keys.forEach(key -> first.putIfAbsent(key, now));
    }
    return first;
  }

  private static Span span(int from, int until) {
    return new Span(day(from), day(until));
  }

  private static Instant day(int number) {
    return NIGHT.plus(Duration.ofDays(number));
  }
}
