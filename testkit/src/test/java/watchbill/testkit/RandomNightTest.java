package watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import watchbill.alert.Severity;
import watchbill.catalog.ContactMethod;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;
import watchbill.notification.Notice;

/// Nights in which everything happens in any order; the seed that is printed makes one again.
class RandomNightTest {
  private static final List<String> CONDITIONS =
      List.of("checkout is down", "payments are lost", "search is slow");
  private static final List<String> PEOPLE = List.of("ana", "ben", "cho", "dev");

  @Test
  void whateverHappensNoPageIsForgottenAndNobodyIsToldTwiceInSilence() {
    long seed = new Random().nextLong();
    System.out.println("RandomNightTest: seed " + seed);
    var random = new Random(seed);
    for (int night = 0; night < 60; night++) {
      try {
        live(random);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed + ", night " + night, e);
      }
    }
  }

  @Test
  void theSameSeedIsTheSameNight() {
    long seed = new Random().nextLong();
    System.out.println("RandomNightTest: seed " + seed);
    assertThat(live(new Random(seed))).as("seed %d", seed).isEqualTo(live(new Random(seed)));
  }

  /// One night, and after it a calm day; returns what was told to whom.
  private static List<String> live(Random random) {
    var world = new World().onDuty("ana", "ben", "cho").policy("2 min", "3 min").repeat(1);
    world.toldBy("ana", "email", "sms after 1 min").toldBy("ben", "sms", "call after 1 min");
    for (int i = 0; i < 60; i++) {
      happen(world, random);
      world.fastForward(random.nextInt(90) + " s");
    }
    for (ContactMethod method : ContactMethod.values()) {
      world.provider(method).works();
    }
    world.fastForward("1 d");
    for (Page page : world.pages()) {
      assertThat(page.escalation()).isNotInstanceOf(Escalation.Waiting.class);
    }
    assertThat(world.inspect()).isZero();
    List<String> told = PEOPLE.stream().flatMap(p -> world.phone(p).readAll().stream()).toList();
    world.close();
    return told;
  }

  private static void happen(World world, Random random) {
    String condition = any(CONDITIONS, random);
    var severity = any(List.of(Severity.values()), random);
    switch (random.nextInt(18)) {
      case 0, 1, 2, 3 -> world.report(condition, severity);
      case 4 -> world.reportFor(condition, "4 min");
      case 5, 6 -> world.reportEnd(condition);
      case 7 -> press(world, random);
      case 8 -> world.crash();
      case 9 -> world.crashAt(any(List.of(CrashPoint.values()), random));
      case 10 -> world.isDownFor("3 min");
      case 11 -> world.standsIn(any(PEOPLE, random), "7 min");
      case 12, 13 -> mood(world.provider(anyMethod(random)), random);
      case 14, 15 -> notice(world, random);
      case 16 -> world.policy("1 min", "2 min", "1 min");
      default -> world.provider(anyMethod(random)).works();
    }
  }

  private static void notice(World world, Random random) {
    String headline = "Your shift " + random.nextInt(5) + " has changed";
    String lasts = any(List.of("10 s", "2 min", "1 h"), random);
    world.tells(any(PEOPLE, random), Notice.Kind.DUTY_CHANGED, headline, lasts);
  }

  private static void press(World world, Random random) {
    Phone phone = world.phone(any(PEOPLE, random));
    if (!phone.unread().isEmpty() && phone.unread().getLast().message().link().isPresent()) {
      switch (random.nextInt(3)) {
        case 0 -> phone.acknowledges();
        case 1 -> phone.resolves();
        default -> phone.handsOver();
      }
    }
  }

  private static void mood(PhoneProvider provider, Random random) {
    switch (random.nextInt(5)) {
      case 0 -> provider.refuses();
      case 1 -> provider.isBusy();
      case 2 -> provider.isDown();
      case 3 -> provider.timesOutAfterTelling();
      default -> provider.timesOutWithoutTelling();
    }
  }

  private static ContactMethod anyMethod(Random random) {
    return any(List.of(ContactMethod.values()), random);
  }

  private static <T> T any(List<T> among, Random random) {
    return among.get(random.nextInt(among.size()));
  }
}
