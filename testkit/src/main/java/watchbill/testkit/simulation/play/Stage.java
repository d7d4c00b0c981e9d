package watchbill.testkit.simulation.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import watchbill.engine.Stores;
import watchbill.engine.Transactions;
import watchbill.notification.Notification;
import watchbill.testkit.simulation.plan.Chance;
import watchbill.testkit.simulation.plan.Fault;
import watchbill.testkit.simulation.plan.House;
import watchbill.testkit.simulation.plan.Scenario;
import watchbill.testkit.simulation.plan.Trouble;

/// Where one scenario is played: everything there is, and the order in which it happens.
public final class Stage implements Ground {
  /// For what is under way when the span ends.
  private static final Duration TAIL = Duration.ofHours(2);

  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration BETWEEN_SWAPS = Duration.ofDays(25);

  private final Scenario scenario;
  private final SimulatedStore store;
  private final Journal journal;
  private final Defect defect;
  private final Chance chance;
  private final Agenda agenda;
  private final Weather weather;
  private final Mishaps mishaps;
  private final Callers callers = new Callers(this);
  private final Sources sources = new Sources(this);
  private final Provider provider;
  private final Crew crew;
  private final Wakings wakings;
  private final Transactions unharmed;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Consumer<Happening>> audience = new ArrayList<>();
  private House house;
  private Duration clocksBehind = Duration.ZERO;
  private @Nullable Finding finding;

  /// What did not hold, and when.
  public record Finding(String invariant, Instant at, String words) {}

  public Stage(Scenario scenario, SimulatedStore store, Journal journal, Defect defect) {
    this.scenario = scenario;
    this.store = store;
    this.journal = journal;
    this.defect = defect;
    chance = new Chance(scenario.seed()).branch("play");
    agenda = new Agenda(scenario.start());
    weather = new Weather(scenario.nodes(), scenario.start());
    house = scenario.house();
    unharmed = store.open();
    provider = new Provider(weather, chance.branch("provider"));
    crew = new Crew(this);
    mishaps = new Mishaps(this);
    wakings = new Wakings(this);
    for (int i = 0; i < scenario.nodes(); i++) {
      nodes.add(new Node(i, this));
    }
  }

  /// Sees everything that happens from now on.
  public void watch(Consumer<Happening> spectator) {
    audience.add(spectator);
  }

  /// Plays it to its end, or to the first thing that does not hold.
  public Optional<Finding> play() {
    nodes.forEach(n -> n.start(house));
    for (Trouble trouble : scenario.troubles()) {
      at(trouble.at(), () -> sources.begin(trouble));
    }
    for (Fault fault : scenario.faults()) {
      at(fault.at(), () -> mishaps.strike(fault));
    }
    at(now().plus(A_DAY), this::tidyDaily);
    for (int team = 0; team < house.teams().size(); team++) {
      swapNowAndThen(team, chance.branch("swaps " + team));
    }
    runUntil(scenario.end().plus(TAIL));
    return finding();
  }

  /// What did not hold, if anything.
  public Optional<Finding> finding() {
    return Optional.ofNullable(finding);
  }

  private void runUntil(Instant end) {
    while (finding == null) {
      wakings.plan();
      Optional<Instant> wake = wakings.next().filter(at -> !at.isAfter(end));
      if (wake.isPresent() && !agenda.hasUntil(wake.get())) {
        agenda.pass(wake.get());
        wakings.wake();
      } else if (agenda.hasUntil(end)) {
        agenda.next();
      } else {
        agenda.pass(end);
        return;
      }
    }
  }

  private void tidyDaily() {
    crew.tidies();
    if (now().isBefore(scenario.end())) {
      in(A_DAY, this::tidyDaily);
    }
  }

  private void swapNowAndThen(int team, Chance when) {
    in(
        when.around(BETWEEN_SWAPS),
        () -> {
          if (now().isBefore(scenario.end())) {
            crew.swaps(team, when.branch("at " + now()));
            swapNowAndThen(team, when);
          }
        });
  }

  @Override
  public Instant now() {
    return agenda.now();
  }

  @Override
  public Scenario scenario() {
    return scenario;
  }

  @Override
  public House house() {
    return house;
  }

  @Override
  public Weather weather() {
    return weather;
  }

  @Override
  public Instant wall(int node) {
    return nodes.get(node).wall();
  }

  @Override
  public <R> R read(Function<Stores, R> work) {
    return unharmed.read(work);
  }

  @Override
  public void at(Instant when, Runnable look) {
    agenda.at(when, look);
  }

  @Override
  public void violated(String invariant, String words) {
    if (finding == null) {
      finding = new Finding(invariant, now(), words);
      journal.note(now(), "VIOLATED " + invariant + ": " + words);
    }
  }

  void in(Duration delay, Runnable deed) {
    agenda.in(delay, deed);
  }

  void happens(Happening happening) {
    journal.note(now(), HappeningWords.of(happening));
    audience.forEach(spectator -> spectator.accept(happening));
  }

  Chance chance() {
    return chance;
  }

  Defect defect() {
    return defect;
  }

  List<Node> nodes() {
    return nodes;
  }

  Callers callers() {
    return callers;
  }

  Provider provider() {
    return provider;
  }

  Transactions openStore() {
    return store.open();
  }

  void rings(Notification notification) {
    crew.rings(notification);
  }

  /// What clocks show that are right.
  Instant worldTime() {
    return now().plus(clocksBehind);
  }

  void clocksPutForward(Duration by) {
    clocksBehind = clocksBehind.plus(by);
  }

  /// As a clock on the wall shows it where the first team lives.
  Instant localTime(Instant at) {
    return at.plusSeconds(house.team(0).zone().getRules().getOffset(at).getTotalSeconds());
  }

  void edit(House next) {
    house = next;
  }

  void afterTurn(Instant wall) {
    wakings.afterTurn(wall);
  }

  void ticked(Node node) {
    wakings.ticked(node);
  }

  Duration awayAfterCrash() {
    return mishaps.awayAfterCrash();
  }
}
