package watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import watchbill.alert.Alert;
import watchbill.alert.AlertReport;
import watchbill.alert.KnownAlert;
import watchbill.alert.PageId;
import watchbill.alert.Severity;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.ContactRule;
import watchbill.catalog.PersonId;
import watchbill.catalog.Urgency;
import watchbill.engine.Command;
import watchbill.engine.Explanation;
import watchbill.escalation.Page;
import watchbill.restraint.Damping;
import watchbill.route.Again;
import watchbill.route.Calling;
import watchbill.route.Effect;
import watchbill.route.Facts;

/// What is said before a message comes is what then happens: which pages, who, by what, when.
class ForetellingTest {
  private static final List<String> SUMMARIES =
      List.of("cluster is down", "host 1 is down", "host 2 is down", "disk is full", "job failed");
  private static final List<PersonId> PEOPLE = List.of(Cast.ANA, Cast.BEN, Cast.CHO, Cast.DEV);

  @Test
  void whatIsForetoldComesTrue() {
    long seed = new Random().nextLong();
    System.out.println("ForetellingTest: seed " + seed);
    var random = new Random(seed);
    int climbed = 0;
    for (int round = 0; round < 60; round++) {
      try {
        climbed += foretell(random);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed + ", round " + round, e);
      }
    }
    assertThat(climbed).as("ladders that were compared, seed %d", seed).isGreaterThan(15);
  }

  /// One configuration, some history, one message; says how many ladders were compared.
  private static int foretell(Random random) {
    var house = new ExplainHouse();
    house.pass(Duration.ofHours(random.nextInt(200)));
    declare(house, random);
    for (int i = random.nextInt(8); i > 0; i--) {
      happen(house, random);
    }
    List<AlertReport> message = message(house, random);
    Instant at = house.clock.now();
    Set<PageId> before = house.pages();
    Explanation said = house.explain(message, at);
    assertThat(house.explain(message, at)).as("asking changes nothing").isEqualTo(said);
    house.receive(message);
    if (said.ways().stream()
        .anyMatch(w -> w.turns().getLast().said().contains("looked at again"))) {
      return 0;
    }
    Set<PageId> opened = new HashSet<>(house.pages());
    opened.removeAll(before);
    compareAlerts(house, message, said);
    house.pass(Duration.ofDays(9));
    return someWereHeld(house) ? 0 : compareLadders(house, said, opened, at);
  }

  /// Whoever has many pages is told of some together and a little later; nobody can foretell which.
  private static boolean someWereHeld(ExplainHouse house) {
    return house
        .clockwork
        .transactions()
        .<Boolean>read(s ->
            s.audit().after(0, Integer.MAX_VALUE).stream()
                .anyMatch(e -> e.deed().action().equals("notification.held")));
  }

  private static void declare(ExplainHouse house, Random random) {
    house.declared.waits(List.of(Duration.ofMinutes(1 + random.nextInt(9)), Duration.ofMinutes(7)));
    house.declared.repeat(random.nextInt(3));
    for (PersonId person : PEOPLE) {
      house.declared.rules(person, Urgency.NOW, methods(random));
    }
    switch (random.nextInt(4)) {
      case 0 -> house.routing.officeHours("Europe/Madrid", "");
      case 1 -> house.routing.respondersHours("America/New_York");
      case 2 -> house.declared.seats(List.of("ana", "nobody", "ben"));
      default -> {}
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      rule(house, "rule-" + i, random);
    }
    if (random.nextBoolean()) {
      house.restraints.inhibits(
          "watchbill_summary=~cluster.*", "watchbill_summary=~host.*", "zone");
    }
    if (random.nextInt(3) == 0) {
      house.restraints.maintains("1 min", "40 min");
    }
    if (random.nextInt(3) == 0) {
      house.restraints.damping(new Damping(1, Duration.ofHours(1), Duration.ofMinutes(5)));
    }
    if (random.nextInt(4) == 0) {
      house.routing.storm(1 + random.nextInt(3), "30 min");
    }
    house.adopt();
  }

  private static List<ContactRule> methods(Random random) {
    if (random.nextInt(8) == 0) {
      return List.of();
    }
    var sms = new ContactRule(ContactMethod.SMS, Duration.ofSeconds(random.nextInt(3) * 45L));
    var mail = new ContactRule(ContactMethod.EMAIL, Duration.ofMinutes(random.nextInt(3)));
    return random.nextBoolean() ? List.of(sms) : List.of(mail, sms);
  }

  private static void rule(ExplainHouse house, String name, Random random) {
    String word = any(List.of("host", "disk", "is", "job"), random);
    Effect effect =
        switch (random.nextInt(7)) {
          case 0 -> RoutingDesk.urgency(Calling.NEVER);
          case 1 -> RoutingDesk.urgency(Calling.WORKING_HOURS);
          case 2 -> RoutingDesk.urgency(Calling.NOW);
          case 3 -> RoutingDesk.grouped("zone");
          case 4 ->
              RoutingDesk.timed(
                  RoutingDesk.apart(),
                  Duration.ofSeconds(random.nextInt(3) * 30L),
                  Duration.ofMinutes(random.nextInt(3) * 10L),
                  any(List.of(Again.values()), random));
          case 5 -> RoutingDesk.labelled("zone", zone(random));
          default -> RoutingDesk.apart();
        };
    if (random.nextInt(3) == 0) {
      house.routing.ruleThatGoesOn(name, facts -> says(facts, word), effect);
    } else {
      house.routing.rule(name, facts -> says(facts, word), effect);
    }
  }

  private static boolean says(Facts facts, String word) {
    if (facts.condition().summary().startsWith("job") && word.equals("disk")) {
      throw new IllegalStateException("no such label");
    }
    return facts.condition().summary().contains(word);
  }

  private static void happen(ExplainHouse house, Random random) {
    switch (random.nextInt(6)) {
      case 0, 1, 2 -> house.receive(message(house, random));
      case 3 -> house.silences.mute("ana", "90 min", "", "zone=" + zone(random));
      case 4 ->
          house.pages().stream()
              .findFirst()
              .ifPresent(
                  page -> house.clockwork.submit(new Command.Acknowledge(page, "ben", "a test")));
      default -> house.receive(List.of(ExplainHouse.ended(any(SUMMARIES, random))));
    }
    house.pass(Duration.ofSeconds(random.nextInt(900)));
  }

  private static List<AlertReport> message(ExplainHouse house, Random random) {
    List<AlertReport> reports = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      String summary = any(SUMMARIES, random);
      reports.add(
          random.nextInt(7) == 0
              ? ExplainHouse.ended(summary)
              : house.firing(
                  summary, any(List.of(Severity.values()), random), Map.of("zone", zone(random))));
    }
    return reports;
  }

  /// Of each thing that was said once in the message: whether it has a page.
  private static void compareAlerts(
      ExplainHouse house, List<AlertReport> message, Explanation said) {
    for (AlertReport report : message) {
      boolean once = message.stream().filter(r -> r.key().equals(report.key())).count() == 1;
      if (!once || !(report instanceof AlertReport.Firing firing)) {
        continue;
      }
      Explanation.Way way =
          said.ways().stream()
              .filter(w -> w.about().equals(firing.condition().summary()))
              .findFirst()
              .orElseThrow();
      if (way.pages()) {
        assertThat(alert(house, firing).flatMap(Alert::page)).as("%s", way).isPresent();
      } else if (way.turns().getFirst().said().equals("it is new")) {
        assertThat(alert(house, firing).flatMap(Alert::suppression)).as("%s", way).isPresent();
      }
    }
  }

  private static Optional<Alert> alert(ExplainHouse house, AlertReport report) {
    return house
        .clockwork
        .transactions()
        .read(s ->
            Optional.ofNullable(s.alerts().known(List.of(report.key())).get(report.key()))
                .map(KnownAlert::id)
                .flatMap(s.alerts()::find));
  }

  private static int compareLadders(
      ExplainHouse house, Explanation said, Set<PageId> opened, Instant at) {
    List<List<String>> foretold = new ArrayList<>();
    int joined = 0;
    for (Explanation.Ladder ladder : said.ladders()) {
      if (ladder.page().startsWith("a new")) {
        foretold.add(ExplainHouse.foretold(ladder));
      } else {
        long number = Long.parseLong(ladder.page().substring("page ".length()));
        Page page =
            house.clockwork.transactions().read(s -> s.pages().findByNumber(number)).orElseThrow();
        if (!page.escalation().isResolved()) {
          assertThat(house.told(page.id(), at.plusNanos(1000)))
              .isEqualTo(ExplainHouse.foretold(ladder));
          joined++;
        }
      }
    }
    List<List<String>> happened = new ArrayList<>();
    opened.forEach(page -> happened.add(house.told(page, at)));
    assertThat(happened).containsExactlyInAnyOrderElementsOf(foretold);
    return foretold.size() + joined;
  }

  private static String zone(Random random) {
    return random.nextBoolean() ? "a" : "b";
  }

  private static <T> T any(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
