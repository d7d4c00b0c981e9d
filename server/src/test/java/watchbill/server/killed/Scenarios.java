package watchbill.server.killed;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import watchbill.server.several.Patience;

/// What a process is killed in the middle of.
final class Scenarios {
  private static final Duration SOON = Duration.ofSeconds(10);

  private Scenarios() {}

  static Stream<Scenario> all() {
    return Stream.of(
        new Accept(),
        new Climb(),
        new Race(),
        new OutboxOfSix(),
        new StoreScenarios.Migration(),
        new StoreScenarios.Backup());
  }

  /// Two senders report three alerts each.
  record Accept() implements Scenario {
    private static final int EACH = 3;

    @Override
    public String word() {
      return "accept";
    }

    @Override
    public Strace play(Round round, Optional<Point> point)
        throws IOException, InterruptedException {
      Strace strace = Strace.attach(round.node().pid(), point, round.lane().traced());
      try (strace) {
        Thread other = Thread.ofVirtual().start(() -> report(round, "-other"));
        report(round, "-one");
        other.join();
        untilDeadOr(round, () -> round.wasTold("ana"));
      }
      return strace;
    }

    private static void report(Round round, String name) {
      for (int i = 0; i < EACH; i++) {
        round.report(name + i);
      }
    }

    @Override
    public void check(Round round) {
      // A sender whose event was not answered sends it again.
      if (round.answered().isEmpty() && !round.report("-again")) {
        round.wrong("an event is refused after the restart");
      }
      Checks.areTold(round, "ana");
    }
  }

  /// The first step ends, and the second begins.
  record Climb() implements Scenario {
    static final Household HOUSE =
        new Household(
            Household.person("ana", "0m") + Household.person("ben", "0m"),
            "{ steps: [ { notify: [ ana# ], wait: 10s }, { notify: [ ben# ], wait: 5m } ],"
                + " fallback: [ ana# ] }");
    static final Duration WAIT = Duration.ofSeconds(10);
    private static final Duration ALMOST = Duration.ofMillis(8_500);

    @Override
    public String word() {
      return "climb";
    }

    @Override
    public Household house() {
      return HOUSE;
    }

    @Override
    public Strace play(Round round, Optional<Point> point) throws IOException {
      firstIsTold(round);
      Patience.pass(ALMOST);
      Strace strace = Strace.attach(round.node().pid(), point, round.lane().traced());
      try (strace) {
        untilDeadOr(round, () -> round.wasTold("ben"));
        settle(round);
      }
      return strace;
    }

    @Override
    public void check(Round round) {
      Checks.areTold(round, "ana");
      Checks.isToldAfter(WAIT, round, "ben");
    }
  }

  /// Ana takes the page in the moment in which Ben is to be told.
  record Race() implements Scenario {
    private static final Household HOUSE =
        new Household(
            Household.person("ana", "0m") + Household.person("ben", "3s"),
            "{ steps: [ { notify: [ ana#, ben# ], wait: 5m } ], fallback: [ ana# ] }");
    private static final Duration ALMOST = Duration.ofMillis(2_300);
    private static final Duration DELAY = Duration.ofMillis(2_950);
    private static final int STEP_MILLIS = 40;
    private static final int STEPS = 6;

    @Override
    public String word() {
      return "race";
    }

    @Override
    public Household house() {
      return HOUSE;
    }

    @Override
    public Strace play(Round round, Optional<Point> point) throws IOException {
      firstIsTold(round);
      long toldAt = round.rings("ana").getFirst().at();
      String page = round.node().page(round.title()).orElseThrow().path("id").asString("");
      passUntil(toldAt, ALMOST);
      Strace strace = Strace.attach(round.node().pid(), point, round.lane().traced());
      try (strace) {
        passUntil(toldAt, DELAY.plusMillis((long) STEP_MILLIS * (round.number() % STEPS)));
        if (round.node().change(page, "acknowledge")) {
          round.acknowledged();
        }
        settle(round);
      }
      return strace;
    }

    @Override
    public void check(Round round) {
      boolean waits =
          round.node().page(round.title()).stream()
              .anyMatch(p -> p.path("state").asString("").equals("firing"));
      if (waits && round.isAcknowledged()) {
        round.wrong("the acknowledgement was answered, and the page goes on");
      }
      if (waits) {
        Checks.areTold(round, "ben");
      }
    }
  }

  /// Six people are told at once.
  record OutboxOfSix() implements Scenario {
    private static final List<String> SIX = List.of("ana", "ben", "cho", "dev", "eli", "fay");

    @Override
    public String word() {
      return "outbox";
    }

    @Override
    public Household house() {
      var people = new StringBuilder();
      SIX.forEach(name -> people.append(Household.person(name, "0m")));
      return new Household(
          people.toString(),
          "{ steps: [ { notify: [ "
              + String.join("#, ", SIX)
              + "# ], wait: 5m } ], fallback: [ ana# ] }");
    }

    @Override
    public Strace play(Round round, Optional<Point> point) throws IOException {
      Strace strace = Strace.attach(round.node().pid(), point, round.lane().traced());
      try (strace) {
        round.report("-all");
        untilDeadOr(round, () -> SIX.stream().allMatch(round::wasTold));
        settle(round);
      }
      return strace;
    }

    @Override
    public void check(Round round) {
      if (round.answered().isEmpty() && !round.report("-all")) {
        round.wrong("an event is refused after the restart");
      }
      Checks.areTold(round, SIX.toArray(String[]::new));
    }
  }

  static void firstIsTold(Round round) {
    if (!round.report("-first")) {
      throw new AssertionError("the node takes no alert");
    }
    Patience.within(SOON, "Ana is told", () -> round.wasTold("ana"));
  }

  private static void untilDeadOr(Round round, BooleanSupplier done) {
    Patience.within(
        SOON,
        "it happens, or the node is dead",
        () -> done.getAsBoolean() || !round.node().isAlive());
  }

  /// What was answered by a phone is kept a moment later.
  private static void settle(Round round) {
    round.node().dies(Duration.ofMillis(300));
  }

  private static void passUntil(long from, Duration after) {
    Patience.pass(after.minusNanos(System.nanoTime() - from));
  }
}
