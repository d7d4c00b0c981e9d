package watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import watchbill.alert.Severity;
import watchbill.escalation.Escalation;

/// What was held until morning is told once, at the first allowed instant, also when the clocks
/// change in between and the program dies (I16).
class HeldPagesTest {
  private static final int NIGHTS = 60;
  private static final List<String> ZONES =
      List.of(
          "Europe/Madrid",
          "America/New_York",
          "Australia/Lord_Howe",
          "America/Santiago",
          "Asia/Kathmandu");

  @Test
  void eachHeldPageRisesOnceAtTheFirstAllowedInstant() {
    long seed = new Random().nextLong();
    System.out.println("HeldPagesTest: seed " + seed);
    var random = new Random(seed);
    for (int night = 0; night < NIGHTS; night++) {
      ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
      try (var world = new World()) {
        world.onDuty("ana");
        world.routing().officeHours(zone.getId(), "");
        passUntil(world, nearAChange(zone, random));
        liveThrough(world, zone, random, "seed " + seed + ", night " + night + ", " + zone);
      }
    }
  }

  private static void liveThrough(World world, ZoneId zone, Random random, String which) {
    world.report("the disk fills up", Severity.WARNING);
    Instant first = firstOfficeMinute(zone, world.now());
    Phone ana = world.phone("ana");
    if (first.isAfter(world.now())) {
      assertThat(world.page().escalation()).as(which).isInstanceOf(Escalation.Resting.class);
      long seconds = Duration.between(world.now(), first).toSeconds();
      long half = random.nextLong(seconds);
      world.fastForward(half + " s");
      if (random.nextBoolean()) {
        world.crash();
      }
      world.fastForward(seconds - half - 1 + " s");
      assertThat(ana.readAllSubjects()).as(which).isEmpty();
      world.fastForward("1 s");
    }
    assertThat(ana.readAllSubjects()).as(which).hasSize(1);
    assertThat(world.now()).as(which).isEqualTo(first);
    world.acknowledges("ana").fastForward("4 d");
    assertThat(ana.readAllSubjects()).as(which).isEmpty();
  }

  /// Minute by minute, by a clock on the wall.
  private static Instant firstOfficeMinute(ZoneId zone, Instant from) {
    for (Instant at = from; ; at = at.plusSeconds(60)) {
      ZonedDateTime local = at.atZone(zone);
      boolean weekday = local.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
      if (weekday && local.getHour() >= 9 && local.getHour() < 18) {
        return at;
      }
    }
  }

  private static Instant nearAChange(ZoneId zone, Random random) {
    Instant about = Cast.NIGHT.plus(Duration.ofDays(random.nextInt(200)));
    var change = zone.getRules().nextTransition(about);
    Instant near = change == null ? about : change.getInstant();
    Instant then = near.minus(Duration.ofMinutes(random.nextInt(4 * 1_440)));
    return then.isBefore(Cast.NIGHT) ? Cast.NIGHT : then; // When the world begins.
  }

  private static void passUntil(World world, Instant then) {
    world.fastForward(Duration.between(world.now(), then).toMinutes() + " min");
  }
}
