package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.testkit.Cast;
import watchbill.testkit.World;

/// An edit holds from its instant on; what was, was.
class VersionTest {
  private static final List<String> SEATS = List.of("ana", "ben", "cho", "dev", "nobody");

  @AutoClose private final World world = new World().onDuty("ana", "ben").policy("5 min");

  @Test
  void anEditChangesWhoIsOnDutyFromNowOnAndNeverBefore() {
    Instant before = world.now();
    world.fastForward("1 h").onDuty("cho", "dev");
    assertThat(world.rota().onDuty()).containsExactly("cho");
    assertThat(world.rota().onDutyAt(before)).containsExactly("ana");
    assertThat(world.rota().onDutyAt(world.now().minusNanos(1_000))).containsExactly("ana");
    assertThat(world.rota().history())
        .anyMatch(l -> l.contains("layer weeks, people: ana, ben → cho, dev"));
    world.crash();
    assertThat(world.rota().onDutyAt(before)).containsExactly("ana");
  }

  @Test
  void whatIsNotChangedIsNoVersion() {
    int before = world.rota().history().size();
    world.onDuty("ana", "ben");
    assertThat(world.rota().history()).hasSize(before);
  }

  @Test
  void anOverrideThatHasBegunEndsNowAndOneAheadIsGone() {
    Instant before = world.now();
    world.standsIn("cho", "2 h").fastForward("1 h").rota().withdrawsOverride();
    assertThat(world.rota().onDuty()).containsExactly("ana");
    assertThat(world.rota().onDutyAt(before)).containsExactly("cho");
    world.rota().replaces("2025-01-13", "ana", "cho").withdrawsOverride();
    assertThat(world.rota().onDutyInWeekOf("2025-01-13")).containsExactly("ana");
  }

  @Test
  void aSuggestionThatIsAcceptedIsOnDuty() {
    world.rota().acceptsSuggestion("2025-01-13", "cho");
    assertThat(world.rota().onDutyInWeekOf("2025-01-13")).containsExactly("cho");
    assertThat(world.rota().history()).anyMatch(l -> l.contains("as suggested"));
  }

  /// Whatever is edited, entered or withdrawn, every answer about the past stays the same.
  @Test
  void thePastNeverChanges() {
    long seed = new Random().nextLong();
    System.out.println("VersionTest: seed " + seed);
    var random = new Random(seed);
    for (int run = 0; run < 10; run++) {
      live(random, seed);
    }
  }

  private static void live(Random random, long seed) {
    Map<Instant, List<String>> answers = new LinkedHashMap<>();
    try (var world = new World().onDuty("ana", "ben", "cho").policy("5 min")) {
      for (int step = 0; step < 25; step++) {
        edit(world, random);
        answers.forEach((at, people) ->
            assertThat(world.rota().onDutyAt(at))
                .as("seed %d, asked about %s at %s", seed, at, world.now())
                .isEqualTo(people));
        answers.put(world.now(), world.rota().onDuty());
        world.fastForward((1 + random.nextInt(100)) + " h");
        Instant within = world.now().minus(Duration.ofMinutes(1 + random.nextInt(60)));
        answers.put(within, world.rota().onDutyAt(within));
        Cast.everybody().forEach(p -> world.phone(p.id().handle()).readAllSubjects());
      }
    }
  }

  private static void edit(World world, Random random) {
    String someone = SEATS.get(random.nextInt(4));
    switch (random.nextInt(7)) {
      case 0, 1 -> world.onDuty(seats(random));
      case 2 -> world.standsIn(someone, (1 + random.nextInt(200)) + " h");
      case 3 -> tried(() -> world.rota().withdrawsOverride());
      case 4 -> tried(() -> world.rota().cannot(someone));
      case 5 -> tried(() -> world.rota().takesBack(someone));
      default -> tried(() -> world.rota().goesOnLeave(someone, "2025-01-20", "9 d"));
    }
  }

  private static String[] seats(Random random) {
    List<String> seats = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      seats.add(SEATS.get(random.nextInt(SEATS.size())));
    }
    return seats.toArray(String[]::new);
  }

  /// What can't be done just now is refused, which changes nothing either.
  private static void tried(Runnable deed) {
    try {
      deed.run();
    } catch (AssertionError | RuntimeException refused) {
      assertThat(refused.toString()).containsAnyOf("use ", "NoSuchElement");
    }
  }
}
